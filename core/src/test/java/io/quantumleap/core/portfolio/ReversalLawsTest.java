package io.quantumleap.core.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.core.shared.Money;
import io.quantumleap.core.valuation.Office;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws of the double entry, tried on random ledgers of every kind of transaction. */
class ReversalLawsTest {

    private static final LocalDate START = LocalDate.of(2024, 1, 1);
    private static final String[] SYMBOLS = {"AAA", "BBB", "CCC"};
    private static final String[] CURRENCIES = {"EUR", "USD", "JPY"};

    private static String row(Random random, LocalDate day) {
        String symbol = SYMBOLS[random.nextInt(SYMBOLS.length)];
        String other = SYMBOLS[random.nextInt(SYMBOLS.length)];
        String currency = CURRENCIES[random.nextInt(CURRENCIES.length)];
        int quantity = 1 + random.nextInt(50);
        String price = (1 + random.nextInt(90)) + "." + random.nextInt(10_000);
        String money = (1 + random.nextInt(900)) + "";
        return day
                + switch (random.nextInt(16)) {
                    case 0, 1, 2 -> " buy " + symbol + " " + quantity + " " + price + " 1 - " + currency;
                    case 3, 4 -> " sell " + symbol + " " + quantity + " " + price + " 1 - " + currency;
                    case 5 -> " short " + symbol + " " + quantity + " " + price + " 2 - " + currency;
                    case 6 -> " cover " + symbol + " " + quantity + " " + price + " 2 - " + currency;
                    case 7 -> " dividend " + symbol + " - - 0.25 " + money + " " + currency + " tax:0.75";
                    case 8 -> " reinvested_dividend " + symbol + " 1.5 " + price + " - - " + currency + " tax:1";
                    case 9 -> " deposit - - - - " + money + " " + currency;
                    case 10 ->
                        " transfer_in " + symbol + " " + quantity + " " + price + " - - " + currency
                                + " acquired:2020-02-02";
                    case 11 -> " split " + symbol + " " + (random.nextBoolean() ? "2" : "0.333333");
                    case 12 -> " spin_off " + symbol + " 0.3 to_symbol:" + other + " cost_fraction:0.17";
                    case 13 -> " merger " + symbol + " 0.7 - - " + money + " to_symbol:" + other + " cost_fraction:0.4";
                    case 14 -> " symbol_change " + symbol + " to_symbol:" + other;
                    default -> " fx - - - - " + money + " " + currency + " to_amount:17 to_currency:CHF";
                };
    }

    /** Records what is possible of random rows. */
    private static Office random(Random random, int days, LotMethod method) {
        Office office = new Office("EUR").under("short").under(method.code());
        for (int i = 0; i < days; i++) {
            for (int j = random.nextInt(4); j > 0; j--) {
                office.recordTransaction.record(
                        office.user, office.portfolio.id(), Office.fields(row(random, START.plusDays(i))));
            }
        }
        return office;
    }

    private static BookState book(List<Transaction> transactions, LotMethod method) {
        Book book = new Book(method);
        transactions.forEach(transaction -> book.put(transaction.entry()));
        return book.state();
    }

    @Property(tries = 150)
    void isTheLedgerWithoutItWhenATransactionIsBusted(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int days, @ForAll LotMethod method) {
        LotMethod kept = method == LotMethod.SPECIFIC_LOT ? LotMethod.FIFO : method;
        Office office = random(random, days, kept);
        PortfolioId portfolio = office.portfolio.id();
        List<Transaction> all = office.transactions.effective(portfolio);
        if (all.isEmpty()) {
            return;
        }
        Transaction wrong = all.get(random.nextInt(all.size()));
        List<Transaction> others =
                all.stream().filter(other -> !other.id().equals(wrong.id())).toList();

        boolean isBusted = office.reverse(wrong.id()) instanceof Undoing.Done;

        List<Transaction> after = office.transactions.effective(portfolio);
        assertThat(after).isEqualTo(isBusted ? others : all);
        assertThat(book(after, kept)).isEqualTo(book(isBusted ? others : all, kept));
        assertThat(office.reconcileLedger.reconcile().drifts()).isEmpty();
    }

    @Property(tries = 100)
    void addsUpToZeroInEveryCurrencyAndToTheCash(@ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int days) {
        Office office = random(random, days, LotMethod.FIFO);
        Map<String, Money> cash = new HashMap<>();
        for (Transaction transaction : office.transactions.recorded(office.portfolio.id(), 0, 1000)) {
            Map<String, Money> sums = new HashMap<>();
            for (Posting posting : Postings.of(transaction)) {
                String currency = posting.amount().currency().getCurrencyCode();
                sums.merge(currency, posting.amount(), Money::plus);
                if (posting.account() == Posting.Account.CASH) {
                    cash.merge(currency, posting.amount(), Money::plus);
                }
            }
            assertThat(sums.values()).isNotEmpty().allMatch(sum -> sum.signum() == 0);
        }
        Book book = new Book();
        office.transactions.effective(office.portfolio.id()).forEach(one -> book.put(one.entry()));
        book.everyCash().forEach(money -> assertThat(cash.get(money.currency().getCurrencyCode()))
                .isEqualTo(money));
    }

    /** What was put in by trades, less the gains, plus the fees of trades, is what the open lots cost. */
    @Property(tries = 100)
    void losesNoCentBetweenPostingsAndLots(@ForAll Random random, @ForAll @IntRange(min = 1, max = 30) int days) {
        List<Money> gains = new ArrayList<>();
        Office office = random(random, days, LotMethod.HIGHEST_COST);
        Money sum = Office.eur("0");
        Book book = new Book(LotMethod.HIGHEST_COST, entry -> Office.eur("0"), disposal -> {
            Money cost = disposal.sold().stream().map(Lot::cost).reduce(Office.eur("0"), Money::plus);
            gains.add(
                    disposal.isCover()
                            ? cost.minus(disposal.consideration())
                            : disposal.consideration().minus(cost));
        });
        for (Transaction transaction : office.transactions.effective(office.portfolio.id())) {
            Entry entry = inEuro(transaction.entry());
            book.put(entry);
            for (Posting posting : Postings.of(entry)) {
                if (posting.account() == Posting.Account.POSITION) {
                    sum = sum.plus(posting.amount());
                }
            }
            sum = sum.plus(feeInCost(entry));
        }
        Money open = Office.eur("0");
        for (Lot lot : book.lots()) {
            open = lot.isShort() ? open.minus(lot.cost()) : open.plus(lot.cost());
        }
        assertThat(gains.stream().reduce(sum, Money::plus)).isEqualTo(open);
    }

    private static Money feeInCost(Entry entry) {
        return switch (entry.type()) {
            case BUY, SELL, SHORT, COVER, REINVESTED_DIVIDEND -> entry.fee();
            default -> Office.eur("0");
        };
    }

    /** The same entry with all its money in one currency, so that costs and gains can be added. */
    private static Entry inEuro(Entry entry) {
        return new Entry(
                entry.date(),
                entry.type(),
                entry.symbol().orElse(null),
                entry.quantity().orElse(null),
                entry.price().map(ReversalLawsTest::euro).orElse(null),
                euro(entry.fee()),
                euro(entry.amount()),
                null,
                new EntryDetails(
                        null,
                        entry.toSymbol().orElse(null),
                        entry.toAmount().orElse(null),
                        entry.details().costFraction(),
                        List.of(),
                        euro(entry.tax()),
                        entry.details().acquired(),
                        euro(entry.cashInLieu())));
    }

    private static Money euro(Money money) {
        return Office.eur(money.amount().toPlainString());
    }
}
