package io.quantumleap.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ClosePortfolio;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublishedChangesTest {

    private static final UserId ANNA = new UserId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private final Clock clock = Clock.fixed(Instant.parse("2024-06-01T12:00:00Z"), ZoneOffset.UTC);
    private final OneAtATime work = new OneAtATime();
    private final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    private final List<DomainEvent> events = new ArrayList<>();
    private final Portfolio portfolio = new OpenPortfolio(portfolios, work, UUID::randomUUID, clock)
            .open(ANNA, new PortfolioName("Depot"), Currency.getInstance("EUR"));
    private final UUID id = portfolio.id().value();

    @Test
    void tellsATradeWithWhatWasTraded() {
        record("deposit", "", "", "1000");
        Transaction bought = record("buy", "5", "20", "");

        assertThat(events.get(1)).isInstanceOfSatisfying(TradeExecuted.class, trade -> {
            assertThat(trade.transaction()).isEqualTo(bought.id().value());
            assertThat(trade.owner()).isEqualTo(ANNA.value());
            assertThat(trade.from()).isEqualTo(DAY);
            assertThat(trade.quantity()).isEqualByComparingTo("5");
            assertThat(trade.amount()).isEqualByComparingTo("100");
            assertThat(trade.version()).isEqualTo(3);
            assertThat(trade.aggregate()).isEqualTo(Aggregate.portfolio(id));
        });
    }

    @Test
    void tellsABustedTradeAndTheReversalOfSomethingElseApart() {
        Transaction deposit = record("deposit", "", "", "1000");
        Transaction bought = record("buy", "5", "20", "");
        reverse(bought);
        reverse(deposit);

        assertThat(events.get(2)).isInstanceOfSatisfying(TradeBusted.class, busted -> assertThat(busted.transaction())
                .isEqualTo(bought.id().value()));
        assertThat(events.get(3))
                .isInstanceOfSatisfying(TransactionReversed.class, reversed -> assertThat(reversed.transaction())
                        .isEqualTo(deposit.id().value()));
    }

    @Test
    void tellsAFileOfAnySizeInOneEvent() {
        List<TransactionRow> rows = IntStream.range(0, 3_000)
                .<TransactionRow>mapToObj(i -> new TransactionRow.Cells(
                        i + 2, fields(DAY.plusDays(i % 50), "deposit", "", "", String.valueOf(i + 1))))
                .toList();
        ImportTransactions imports =
                new ImportTransactions(portfolios, transactions, work, events::add, UUID::randomUUID, clock);

        imports.importRows(ANNA, portfolio.id(), rows.iterator());
        imports.importRows(ANNA, portfolio.id(), rows.iterator());

        assertThat(events).containsExactly(new TransactionsRecorded(id, ANNA.value(), 2, 1, 3_000, DAY));
    }

    @Test
    void tellsAnotherPolicyOfALedgerThatHasOne() {
        ChangePortfolio changes = new ChangePortfolio(portfolios, transactions, work, events::add);
        ChangePortfolio.Change lifo = new ChangePortfolio.Change(null, LotMethod.LIFO, null, null, null);
        ChangePortfolio.Change fifo = new ChangePortfolio.Change(null, LotMethod.FIFO, null, null, null);
        ChangePortfolio.Change named = new ChangePortfolio.Change(new PortfolioName("Other"), null, null, null, null);

        changes.change(ANNA, portfolio.id(), lifo, OptionalLong.empty());
        assertThat(events).as("an empty ledger").isEmpty();
        record("deposit", "", "", "5");
        events.clear();
        changes.change(ANNA, portfolio.id(), named, OptionalLong.empty());
        changes.change(ANNA, portfolio.id(), fifo, OptionalLong.empty());

        assertThat(events).containsExactly(new PolicyChanged(id, ANNA.value(), 5, DAY));
    }

    @Test
    void tellsWhatPricesChangedInPages() {
        List<PriceRow> rows = IntStream.range(0, 501)
                .<PriceRow>mapToObj(i -> new PriceRow.Cells(
                        i + 2, new PriceFields(DAY.toString(), "S" + i, "10", "", "", "", "", "EUR")))
                .toList();
        ImportPrices imports = new ImportPrices(prices, work, events::add, clock);

        imports.importRows(rows.iterator());
        imports.importRows(rows.iterator());

        assertThat(events).hasSize(2).allSatisfy(event -> assertThat(((PricesChanged) event).revision())
                .isEqualTo(1));
        assertThat(events.stream()
                        .mapToInt(event -> ((PricesChanged) event).changes().size()))
                .containsExactly(500, 1);
    }

    @Test
    void tellsThatAPortfolioWasClosed() {
        new ClosePortfolio(portfolios, work, events::add).close(ANNA, portfolio.id());

        assertThat(events).containsExactly(new PortfolioClosed(id, ANNA.value()));
    }

    private Transaction record(String type, String quantity, String price, String amount) {
        Recording recording = new RecordTransaction(
                        portfolios, transactions, work, events::add, UUID::randomUUID, clock)
                .record(ANNA, portfolio.id(), fields(DAY, type, quantity, price, amount));
        assertThat(recording).isInstanceOf(Recording.Done.class);
        return ((Recording.Done) recording).transaction();
    }

    private void reverse(Transaction wrong) {
        new ReverseTransaction(portfolios, transactions, work, events::add, UUID::randomUUID, clock)
                .reverse(ANNA, portfolio.id(), wrong.id(), new Reason("typed wrong"));
    }

    private static TransactionFields fields(LocalDate date, String type, String quantity, String price, String amount) {
        String symbol = quantity.isEmpty() ? "" : "ACME";
        return new TransactionFields(date.toString(), type, symbol, quantity, price, "", amount, "EUR", "");
    }
}
