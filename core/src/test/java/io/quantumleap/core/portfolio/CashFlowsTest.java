package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.shared.MissingObjectException;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CashFlowsTest {

    private static final UserId ANNA = new UserId(new UUID(0, 1));
    private static final UserId BEN = new UserId(new UUID(0, 2));

    private final Clock clock = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);
    private final OneAtATime work = new OneAtATime();
    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final ViewLedger ledger = new ViewLedger(portfolios, transactions);
    private final PortfolioId portfolio = new OpenPortfolio(portfolios, work, UUID::randomUUID, clock)
            .open(ANNA, new PortfolioName("Test"), Currency.getInstance("USD"))
            .id();

    @Test
    void sumsEachKindInEachCurrency() {
        record("deposit", "", "", "", "", "1000", "USD");
        record("deposit", "", "", "", "", "500", "EUR");
        record("buy", "ACME", "10", "50", "1.50", "", "USD");
        record("sell", "ACME", "2", "60", "2", "", "USD");
        record("dividend", "ACME", "", "", "", "12.34", "USD");
        record("interest", "", "", "", "", "1", "USD");
        record("fee", "", "", "", "", "5", "USD");
        record("tax", "", "", "", "", "3", "USD");
        record("withdrawal", "", "", "", "", "100", "USD");
        record("split", "ACME", "2", "", "", "", "USD");

        List<CashFlows> flows = CashFlows.byCurrency(ledger.effective(ANNA, portfolio));

        assertThat(flows).hasSize(2);
        assertThat(flows.get(0).deposits()).isEqualTo(Money.of("500", "EUR"));
        assertThat(flows.get(0).fees().signum()).isZero();
        assertThat(flows.get(1))
                .isEqualTo(new CashFlows(
                        Money.of("1000", "USD"),
                        Money.of("100", "USD"),
                        Money.of("12.34", "USD"),
                        Money.of("1", "USD"),
                        Money.of("8.50", "USD"),
                        Money.of("3", "USD"),
                        Money.of("500", "USD"),
                        Money.of("120", "USD")));
    }

    @Test
    void leavesOutWhatWasReversed() {
        record("deposit", "", "", "", "", "1000", "USD");
        Transaction wrong = ledger.effective(ANNA, portfolio).get(0);
        new ReverseTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, clock)
                .reverse(ANNA, portfolio, wrong.id(), new Reason("typed twice"));
        assertThat(ledger.effective(ANNA, portfolio)).isEmpty();
    }

    @Test
    void showsNobodyElsesLedger() {
        assertThatThrownBy(() -> ledger.effective(BEN, portfolio)).isInstanceOf(MissingObjectException.class);
    }

    private void record(
            String type, String symbol, String quantity, String price, String fee, String amount, String currency) {
        Recording recording = new RecordTransaction(
                        portfolios, transactions, work, event -> {}, UUID::randomUUID, clock)
                .record(
                        ANNA,
                        portfolio,
                        new TransactionFields(
                                "2024-01-0" + (type.equals("deposit") ? 1 : 2),
                                type,
                                symbol,
                                quantity,
                                price,
                                fee,
                                amount,
                                currency,
                                ""));
        assertThat(recording).isInstanceOf(Recording.Done.class);
    }
}
