package io.quantumleap.chat.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    private final PersonalData data = new PersonalData();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to ada.lovelace+x@example.co.uk today | Write to [EMAIL_1] today",
                "Call +44 20 7946 0958 or 030/1234567-8. | Call [PHONE_1] or [PHONE_2].",
                "Pay to DE89 3704 0044 0532 0130 00 please | Pay to [IBAN_1] please",
                "My IBAN is GB82WEST12345698765432. | My IBAN is [IBAN_1].",
                "Card 4111 1111 1111 1111 was charged | Card [CARD_1] was charged",
                "my account number is 12345678-9, fees? | my account number is [ACCOUNT_1], fees?",
                "customer no. A-99812: what do I own? | customer no. [ACCOUNT_1]: what do I own?",
                "My name is Ada Lovelace, how did I do? | My name is [NAME_1], how did I do?",
                "a@example.org and b@example.org and a@example.org | [EMAIL_1] and [EMAIL_2] and [EMAIL_1]",
            })
    void putsMarksInThePlaceOfPersonalDataAndBack(String text, String masked) {
        assertThat(data.mask(text)).isEqualTo(masked);
        assertThat(data.unmask(masked)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What was my portfolio worth on 2020-03-23?",
                "It is worth 119,876.50 USD, of which 2,000.00 USD is cash.",
                "How did I do between 01.02.2024 and 31.12.2024?",
                "From 2016-01-04 to 2025-12-31 it returned 91.34 %, 0.53 Sharpe.",
                "What if I sold 12500 units of ACME at 1234567.89?",
                "p-1 8d2f6a4e-1b7c-4f3e-9a51-0c2d3e4f5a6b",
                "My account is in EUR and my depot holds FTSE100.",
                "DE89370400440532013001 has wrong check digits",
                "ISIN US0378331005",
            })
    void leavesFiguresDatesAndSymbolsAlone(String text) {
        assertThat(data.mask(text)).isEqualTo(text);
    }

    @Test
    void findsMarksThatAStreamCutsInTwo() {
        data.mask("Mail ada@example.org or call +44 20 7946 0958");
        String reply = "I wrote to [EMAIL_1], [sic] and [PHONE_1]; see [1] and [EMAIL_9].";
        for (int size = 1; size < 8; size++) {
            List<String> pieces = new ArrayList<>();
            PersonalData.Unmasking back = data.unmasking(pieces::add);
            for (int i = 0; i < reply.length(); i += size) {
                back.accept(reply.substring(i, Math.min(reply.length(), i + size)));
            }
            back.finish();
            assertThat(String.join("", pieces))
                    .isEqualTo("I wrote to ada@example.org, [sic] and +44 20 7946 0958; see [1] and [EMAIL_9].");
        }
    }

    @Test
    void readsALongTextQuickly() {
        String text = "1 2 3 4 5 6 7 8 9 0 a.b-c+d ".repeat(2_000);
        long start = System.nanoTime();
        data.mask(text);
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void masksAKnownNameHoweverItIsWrittenAndWhereItStands() {
        PersonalData known = new PersonalData(Set.of("ada.lovelace", "admin"));
        String text = "Ada's plan, ADA.LOVELACE; Lovelace and Adam and admin.";
        String masked = known.mask(text);
        assertThat(masked).isEqualTo("[NAME_1]'s plan, [NAME_2]; [NAME_3] and Adam and admin.");
        assertThat(known.unmask(masked)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mrs Lovelace asked for it. Lovelace owns ACME. | Mrs [NAME_1] asked for it. [NAME_1] owns ACME.",
                "How did my client Ada Lovelace do? Ada Lovelace lost. | How did my client [NAME_1] do? [NAME_1] lost.",
                "Herr Müller fragt; Müller wartet. | Herr [NAME_1] fragt; [NAME_1] wartet.",
                "My wife Grace and I, Grace too. | My wife [NAME_1] and I, [NAME_1] too.",
            })
    void masksAnIntroducedNameWhereverItStandsAfterThat(String text, String masked) {
        assertThat(data.mask(text)).isEqualTo(masked);
        assertThat(data.unmask(masked)).isEqualTo(text);
    }

    @Test
    void masksANameThatIsIntroducedLater() {
        data.learn("My name is Ada Lovelace.");
        assertThat(data.mask("Ada Lovelace owns ACME.")).isEqualTo("[NAME_1] owns ACME.");
    }
}
