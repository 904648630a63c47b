package io.quantumleap.core.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.market.ImportPrices;
import io.quantumleap.core.market.PriceFields;
import io.quantumleap.core.market.PriceImport;
import io.quantumleap.core.market.PriceRow;
import io.quantumleap.core.market.port.InMemoryPriceHistory;
import io.quantumleap.core.portfolio.ChangePortfolio;
import io.quantumleap.core.portfolio.ImportTransactions;
import io.quantumleap.core.portfolio.LotMethod;
import io.quantumleap.core.portfolio.OpenPortfolio;
import io.quantumleap.core.portfolio.Portfolio;
import io.quantumleap.core.portfolio.PortfolioName;
import io.quantumleap.core.portfolio.Reason;
import io.quantumleap.core.portfolio.ReconcileLedger;
import io.quantumleap.core.portfolio.RecordTransaction;
import io.quantumleap.core.portfolio.Recording;
import io.quantumleap.core.portfolio.ReverseTransaction;
import io.quantumleap.core.portfolio.Transaction;
import io.quantumleap.core.portfolio.TransactionFields;
import io.quantumleap.core.portfolio.TransactionId;
import io.quantumleap.core.portfolio.TransactionImport;
import io.quantumleap.core.portfolio.TransactionRow;
import io.quantumleap.core.portfolio.Undoing;
import io.quantumleap.core.portfolio.port.InMemoryPortfolios;
import io.quantumleap.core.portfolio.port.InMemoryTransactions;
import io.quantumleap.core.shared.Money;
import io.quantumleap.core.shared.OneAtATime;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import io.quantumleap.core.shared.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** All use cases over in-memory stores, with one portfolio of one user, on 30 June 2026. */
public final class Office {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    private static final Set<String> EXTRAS = Set.of(
            "settlement_date",
            "to_symbol",
            "to_amount",
            "to_currency",
            "cost_fraction",
            "lot",
            "tax",
            "acquired",
            "cash_in_lieu");

    public final UserId user = new UserId(UUID.randomUUID());
    public final InMemoryPortfolios portfolios = new InMemoryPortfolios();
    public final InMemoryTransactions transactions = new InMemoryTransactions();
    public final InMemoryPriceHistory prices = new InMemoryPriceHistory();
    public final ViewHoldings viewHoldings = new ViewHoldings(portfolios, transactions, prices, CLOCK);
    public final ViewLots viewLots = new ViewLots(portfolios, transactions, prices, CLOCK);
    public final ViewSummary viewSummary = new ViewSummary(portfolios, transactions, prices, CLOCK);
    public final ValuePortfolio valuePortfolio = new ValuePortfolio(portfolios, transactions, prices, CLOCK);
    public final ViewGains viewGains = new ViewGains(portfolios, transactions, prices, CLOCK);
    public final ReconcileLedger reconcileLedger;
    public final ChangePortfolio changePortfolio;
    public final ImportTransactions importTransactions;
    public final RecordTransaction recordTransaction;
    public final ReverseTransaction reverseTransaction;
    public final ImportPrices importPrices;
    public final Portfolio portfolio;

    public Office(String baseCurrency) {
        OneAtATime work = new OneAtATime();
        reconcileLedger = new ReconcileLedger(transactions, work);
        changePortfolio = new ChangePortfolio(portfolios, transactions, work, event -> {});
        importTransactions =
                new ImportTransactions(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK);
        recordTransaction = new RecordTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK);
        reverseTransaction =
                new ReverseTransaction(portfolios, transactions, work, event -> {}, UUID::randomUUID, CLOCK);
        importPrices = new ImportPrices(prices, work, event -> {}, CLOCK);
        portfolio = new OpenPortfolio(portfolios, work, UUID::randomUUID, CLOCK)
                .open(user, new PortfolioName("Test"), Currency.getInstance(baseCurrency));
    }

    /**
     * Cells separated by spaces, {@code -} for an empty one: date type symbol quantity price fee amount currency id; what
     * only some types have comes as {@code cash_in_lieu:3.50}.
     */
    public static TransactionFields fields(String row) {
        List<String> cells = new ArrayList<>();
        Map<String, String> extras = new HashMap<>();
        for (String cell : row.strip().split(" +", -1)) {
            int colon = cell.indexOf(':');
            if (colon > 0 && EXTRAS.contains(cell.substring(0, colon))) {
                extras.put(cell.substring(0, colon), cell.substring(colon + 1));
            } else {
                cells.add(cell);
            }
        }
        while (cells.size() < 9) {
            cells.add("-");
        }
        cells.replaceAll(cell -> cell.equals("-") ? "" : cell);
        return new TransactionFields(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                TransactionFields.of(column -> extras.getOrDefault(column, "")).extras());
    }

    /** Changes the policy: {@code fifo}, {@code lifo} and so on, or {@code short} for short sales, {@code cash} for no overdraft. */
    public Office under(String policy) {
        boolean isMethod = !policy.equals("short") && !policy.equals("cash");
        changePortfolio.change(
                user,
                portfolio.id(),
                new ChangePortfolio.Change(
                        null,
                        isMethod ? LotMethod.parse(policy) : null,
                        policy.equals("short") ? true : null,
                        policy.equals("cash") ? false : null,
                        null),
                OptionalLong.empty());
        return this;
    }

    public GainsView gains() {
        return known(viewGains.view(user, portfolio.id(), null, null));
    }

    public TransactionImport importFile(List<String> rows) {
        List<TransactionRow> file = new ArrayList<>();
        for (String row : rows) {
            file.add(new TransactionRow.Cells(file.size() + 2, fields(row)));
        }
        return importTransactions.importRows(user, portfolio.id(), file.iterator());
    }

    public TransactionImport importFile(String... rows) {
        return importFile(List.of(rows));
    }

    /** Imports a file that is expected to be right. */
    public Office book(String... rows) {
        return book(List.of(rows));
    }

    public Office book(List<String> rows) {
        assertThat(importFile(rows)).isInstanceOf(TransactionImport.Done.class);
        return this;
    }

    /** What is wrong with a file, as "line column code". */
    public List<String> errors(String... rows) {
        return errors(importFile(rows));
    }

    public static List<String> errors(TransactionImport outcome) {
        assertThat(outcome).isInstanceOf(TransactionImport.Refused.class);
        RowErrors errors = ((TransactionImport.Refused) outcome).errors();
        assertThat(errors.count()).isGreaterThanOrEqualTo(errors.listed().size());
        return errors.listed().stream().map(Office::text).toList();
    }

    private static String text(RowError error) {
        return error.line() + " " + error.column() + " " + error.code();
    }

    public Transaction record(String row) {
        return ((Recording.Done) recordTransaction.record(user, portfolio.id(), fields(row))).transaction();
    }

    public Undoing reverse(TransactionId id) {
        return reverseTransaction.reverse(user, portfolio.id(), id, new Reason("Typed twice"));
    }

    /** Rows of "date symbol close currency". */
    public Office price(String... rows) {
        assertThat(importPriceRows(rows)).isInstanceOf(PriceImport.Done.class);
        return this;
    }

    public PriceImport importPriceRows(String... rows) {
        List<PriceRow> file = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.strip().split(" +", -1);
            file.add(new PriceRow.Cells(
                    file.size() + 2,
                    PriceFields.close(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : "")));
        }
        return importPrices.importRows(file.iterator());
    }

    public Portfolio now() {
        return portfolios.find(user, portfolio.id()).orElseThrow();
    }

    private static LocalDate day(String day) {
        return day == null ? null : LocalDate.parse(day);
    }

    public HoldingsView holdings(String asOf) {
        return known(viewHoldings.view(user, portfolio.id(), day(asOf)));
    }

    public LotsView lots(String asOf) {
        return known(viewLots.view(user, portfolio.id(), day(asOf)));
    }

    public PortfolioSummary summary(String asOf) {
        return known(viewSummary.view(user, portfolio.id(), day(asOf)));
    }

    public ValuationSeries daily(String from, String to) {
        return known(valuePortfolio.daily(user, portfolio.id(), day(from), day(to)));
    }

    public static <T> T known(Valued<T> valued) {
        return valued.fold(value -> value, missing -> {
            throw new AssertionError("missing: " + missing);
        });
    }

    public static <T> List<MissingPrice> missing(Valued<T> valued) {
        return valued.fold(
                value -> {
                    throw new AssertionError("known: " + value);
                },
                missing -> List.<MissingPrice>copyOf(missing));
    }

    public static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
