package io.quantumleap.core.market.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.event.DomainEvent;
import io.quantumleap.core.event.PricesChanged;
import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.KeepPrices;
import io.quantumleap.core.market.PriceBar;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceOrigin;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.market.provider.SymbolRefresh.Status;
import io.quantumleap.core.market.provider.port.MarketDataProvider;
import io.quantumleap.core.shared.OneAtATime;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefreshPricesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Symbol ACME = new Symbol("ACME");

    private final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    private final OneAtATime work = new OneAtATime();
    private final List<DomainEvent> events = new ArrayList<>();
    private final Map<Symbol, ProviderAnswer> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    private final MarketDataProvider provider = new MarketDataProvider() {
        @Override
        public PriceOrigin origin() {
            return new PriceOrigin("vendor");
        }

        @Override
        public ProviderAnswer daily(Symbol symbol, LocalDate from) {
            asked.add(symbol + " " + from);
            meanwhile.run();
            return answers.getOrDefault(symbol, new ProviderAnswer.UnknownSymbol());
        }
    };

    private final RefreshPrices refresh =
            new RefreshPrices(provider, prices, new KeepPrices(prices, work, events::add), CLOCK);

    private void imported(LocalDate date, String close) {
        new ImportPrices(prices, work, event -> {}, CLOCK)
                .importRows(List.of(new PriceRow.Cells(2, PriceFields.close(date.toString(), "ACME", close, "USD")))
                        .iterator());
    }

    private static PriceBar bar(LocalDate date, String close) {
        return PriceBar.close(date, new BigDecimal(close));
    }

    private SymbolRefresh one(Symbol symbol) {
        return refresh.refresh(List.of(symbol), Duration.ofMinutes(1)).get(0);
    }

    @Test
    void asksFromAWeekBeforeTheLatestPriceAndKeepsWhatIsNew() {
        imported(TODAY.minusDays(5), "10");
        answers.put(
                ACME,
                new ProviderAnswer.Bars(List.of(
                        bar(TODAY.minusDays(90), "1"), bar(TODAY.minusDays(4), "11"), bar(TODAY.minusDays(1), "12"))));

        SymbolRefresh outcome = one(ACME);

        assertThat(asked).containsExactly("ACME 2026-06-18");
        assertThat(outcome.status()).isEqualTo(Status.UPDATED);
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.lastDate()).contains(TODAY.minusDays(1));
        assertThat(prices.instrument(ACME).orElseThrow().priceCount()).isEqualTo(3);
        assertThat(events)
                .containsExactly(new PricesChanged(
                        prices.revision(), List.of(new PricesChanged.Change("ACME", TODAY.minusDays(4)))));
    }

    @Test
    void keepsNoDayThatIsNotOver() {
        imported(TODAY.minusDays(1), "10");
        answers.put(ACME, new ProviderAnswer.Bars(List.of(bar(TODAY, "99"))));

        assertThat(one(ACME).status()).isEqualTo(Status.UNCHANGED);
        assertThat(prices.instrument(ACME).orElseThrow().lastDate()).isEqualTo(TODAY.minusDays(1));
    }

    /** The provider takes its time; what was settled meanwhile holds. */
    @Test
    void keepsPricesInTheCurrencyThatTheInstrumentHasWhenTheyAreKept() {
        Map<Symbol, Currency> described = new HashMap<>(Map.of(ACME, Currency.getInstance("USD")));
        prices.alsoKnows(() -> described);
        answers.put(ACME, new ProviderAnswer.Bars(List.of(bar(TODAY.minusDays(1), "12"))));
        meanwhile = () -> described.put(ACME, Currency.getInstance("EUR"));

        assertThat(one(ACME).status()).isEqualTo(Status.UPDATED);
        assertThat(prices.instrument(ACME).orElseThrow().currency()).isEqualTo(Currency.getInstance("EUR"));
    }

    @Test
    void doesNotOverruleWhatAPersonImported() {
        imported(TODAY.minusDays(1), "10");
        answers.put(ACME, new ProviderAnswer.Bars(List.of(bar(TODAY.minusDays(1), "99"))));

        assertThat(one(ACME).status()).isEqualTo(Status.UNCHANGED);
        assertThat(prices.bars(ACME, TODAY.minusDays(1), TODAY).get(0).close()).isEqualByComparingTo("10");
        assertThat(events).isEmpty();
    }

    @Test
    void leavesEverythingAsItWasWhenTheProviderDoesNotAnswer() {
        imported(TODAY.minusDays(1), "10");
        answers.put(ACME, new ProviderAnswer.Unavailable("Out of order.", Duration.ofSeconds(90)));

        SymbolRefresh outcome = one(ACME);

        assertThat(outcome.status()).isEqualTo(Status.UNAVAILABLE);
        assertThat(outcome.message()).isEqualTo("Out of order.");
        assertThat(outcome.retryAfter()).contains(Duration.ofSeconds(90));
        assertThat(prices.instrument(ACME).orElseThrow().priceCount()).isEqualTo(1);
    }

    @Test
    void oneSymbolThatFailsDoesNotStopTheOthers() {
        imported(TODAY.minusDays(1), "10");
        answers.put(new Symbol("GBP/EUR"), new ProviderAnswer.Bars(List.of(bar(TODAY.minusDays(1), "1.17"))));

        List<SymbolRefresh> outcomes = refresh.refresh(
                List.of(new Symbol("NOBODY"), ACME, new Symbol("GBP/EUR"), ACME), Duration.ofMinutes(1));

        assertThat(outcomes)
                .extracting(SymbolRefresh::status)
                .containsExactly(Status.UNKNOWN_INSTRUMENT, Status.UNKNOWN_TO_PROVIDER, Status.UPDATED);
        assertThat(prices.currencies()).containsEntry(new Symbol("GBP/EUR"), java.util.Currency.getInstance("EUR"));
    }

    @Test
    void beginsNothingWhenThereIsNoTimeLeft() {
        imported(TODAY.minusDays(1), "10");

        assertThat(refresh.refresh(List.of(ACME), Duration.ofSeconds(-1)))
                .extracting(SymbolRefresh::status)
                .containsExactly(Status.NOT_TRIED);
        assertThat(asked).isEmpty();
    }
}
