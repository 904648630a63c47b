package io.quantumleap.core.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Ten years of a client's transactions in three currencies, from 2016 to 2025, with everything that happens to a book: trades, dividends with
 * tax withheld, reinvested ones, interest, fees, taxes, exchanges of currencies, transfers with old costs, splits, reverse splits,
 * spin-offs, mergers for units, cash or both, and changes of symbols. A seed gives the same history on every machine.
 */
public final class InventedHistory {

    private static final int INSTRUMENTS_OF_A_CURRENCY = 14;
    private static final int MOST_NAMED_LOTS = 40;
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY");

    private final Random random;
    private final String prefix;
    private final Kind kind;
    private final InventedMarket market;
    private final ExactBook book;
    private final List<HistoryLine> lines = new ArrayList<>();

    /** What is in a history beyond the usual. */
    public enum Kind {
        /** Nothing. */
        USUAL,
        /** Every sale names its lots. */
        NAMED_LOTS,
        /** Short sales and their covers. */
        SHORT_SALES
    }

    private InventedHistory(long seed, String prefix, Kind kind) {
        this.random = new Random(seed);
        this.prefix = prefix;
        this.kind = kind;
        this.market = new InventedMarket(random, prefix);
        this.book = new ExactBook("specific_lot", market.quotations());
    }

    /**
     * Invents a history.
     *
     * @param count of transactions
     * @param seed the same for the same history
     * @param prefix what the symbols begin with
     */
    public static InventedHistory of(int count, long seed, String prefix, Kind kind) {
        InventedHistory history = new InventedHistory(seed, prefix, kind);
        history.invent(count);
        return history;
    }

    /** The transactions, in the order of their days. */
    public List<HistoryLine> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** The prices and rates to value it with: of each week, and of the days on which something happens to an instrument. */
    public Quotations quotations() {
        return market.quotations();
    }

    private void invent(int count) {
        for (String currency : CURRENCIES) {
            for (int i = 0; i < INSTRUMENTS_OF_A_CURRENCY; i++) {
                listed(currency);
            }
        }
        add("deposit", "USD", "amount", "90000000.00");
        add("deposit", "EUR", "amount", "50000000.00");
        add("deposit", "JPY", "amount", "9000000000");
        List<LocalDate> days = InventedMarket.FIRST
                .datesUntil(InventedMarket.LAST.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        for (int i = 0; i < days.size(); i++) {
            market.open(days.get(i));
            long until = (long) count * (i + 1) / days.size();
            while (lines.size() < until) {
                happen();
            }
        }
    }

    private BigDecimal number(int from, int to, int digits) {
        return BigDecimal.valueOf(from + random.nextInt(to - from + 1), digits);
    }

    private String listed(String currency) {
        return market.list(currency, number(5, 150, 0).movePointRight(currency.equals("JPY") ? 2 : 0));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void add(String type, String currency, Object... columnsAndCells) {
        HistoryLine line = HistoryLine.of(market.today(), type, currency, columnsAndCells);
        boolean opens =
                List.of("buy", "short", "transfer_in", "reinvested_dividend").contains(type);
        if (opens || chance(70)) {
            line = line.with("external_id", prefix + "-" + lines.size());
        }
        book.enter(line);
        lines.add(line);
    }

    private BigDecimal money(String currency, int most) {
        return currency.equals("JPY") ? number(1, most, 0) : number(1, most, 2);
    }

    private BigDecimal cents(BigDecimal exact, String currency) {
        return exact.setScale(Quotations.digits(currency), RoundingMode.HALF_EVEN);
    }

    private void happen() {
        String symbol = market.any();
        String currency = market.currency(symbol);
        BigDecimal held = book.quantity(symbol);
        if (kind == Kind.SHORT_SALES && shortSale(symbol, held)) {
            return;
        }
        int what = random.nextInt(1000);
        if (what < 460) {
            trade("buy", symbol, units());
        } else if (what < 800) {
            sell(symbol, held);
        } else if (what < 900) {
            pay(symbol, held);
        } else if (what < 920) {
            BigDecimal interest = money(currency, 90_000);
            add("interest", currency, "amount", interest, "tax", cents(interest.movePointLeft(1), currency));
        } else if (what < 945) {
            add(
                    chance(50) ? "fee" : "tax",
                    currency,
                    "amount",
                    money(currency, 5_000),
                    "symbol",
                    chance(50) ? symbol : "");
        } else if (what < 955) {
            add(chance(50) ? "deposit" : "withdrawal", currency, "amount", money(currency, 5_000_000));
        } else if (what < 967) {
            exchange(currency);
        } else if (what < 982) {
            transfer(symbol, held);
        } else if (held.signum() > 0 && chance(40)) {
            act(symbol, held);
        }
    }

    private BigDecimal units() {
        return chance(80) ? number(1, 300, 0) : number(1, 3_000_000, 4);
    }

    private BigDecimal tradePrice(String symbol) {
        return market.price(symbol).multiply(number(9_900, 10_100, 4)).setScale(4, RoundingMode.HALF_EVEN);
    }

    private void trade(String type, String symbol, BigDecimal units, Object... more) {
        String currency = market.currency(symbol);
        List<Object> cells = new ArrayList<>(
                List.of("symbol", symbol, "quantity", units.stripTrailingZeros(), "price", tradePrice(symbol)));
        if (chance(70)) {
            cells.addAll(List.of("fee", money(currency, currency.equals("JPY") ? 900 : 1_500)));
        }
        if (chance(30)) {
            cells.addAll(List.of("settlement_date", market.today().plusDays(2)));
        }
        cells.addAll(List.of(more));
        add(type, currency, cells.toArray());
    }

    private boolean shortSale(String symbol, BigDecimal held) {
        boolean isOwed = held.signum() > 0 && book.lots(symbol).get(0).owed();
        if (isOwed) {
            if (chance(30)) {
                trade("cover", symbol, chance(50) ? held : held.min(units()));
            }
            return true;
        }
        if (held.signum() == 0 && chance(25)) {
            trade("short", symbol, units());
            return true;
        }
        return false;
    }

    private void sell(String symbol, BigDecimal held) {
        if (held.signum() == 0) {
            return;
        }
        BigDecimal units = chance(5) ? held : held.min(units());
        if (kind != Kind.NAMED_LOTS) {
            trade("sell", symbol, units);
            return;
        }
        List<ExactLot> lots = new ArrayList<>(book.lots(symbol));
        Collections.shuffle(lots, random);
        List<String> names = new ArrayList<>();
        for (ExactLot lot : lots) {
            if (names.size() < MOST_NAMED_LOTS && named(symbol, names).compareTo(units) < 0) {
                names.add(
                        !lot.name().isEmpty() && chance(70)
                                ? lot.name()
                                : lot.acquired().toString());
            }
        }
        trade("sell", symbol, units.min(named(symbol, names)), "lot", String.join(";", names));
    }

    private BigDecimal named(String symbol, List<String> names) {
        return book.lots(symbol).stream()
                .filter(lot -> names.stream().anyMatch(lot::isNamed))
                .map(ExactLot::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void pay(String symbol, BigDecimal held) {
        if (held.signum() == 0) {
            return;
        }
        String currency = market.currency(symbol);
        if (chance(25)) {
            Object tax = money(currency, 20);
            add(
                    "reinvested_dividend",
                    currency,
                    "symbol",
                    symbol,
                    "quantity",
                    number(1, 30_000, 4),
                    "price",
                    tradePrice(symbol),
                    "tax",
                    tax);
            return;
        }
        BigDecimal amount = cents(held.multiply(market.price(symbol)).multiply(number(1, 20, 3)), currency);
        if (amount.signum() > 0) {
            BigDecimal rate = BigDecimal.valueOf(List.of(0, 15, 26, 30).get(random.nextInt(4)), 2);
            add(
                    "dividend",
                    currency,
                    "symbol",
                    symbol,
                    "amount",
                    amount,
                    "tax",
                    cents(amount.multiply(rate), currency));
        }
    }

    private void exchange(String from) {
        String into = CURRENCIES.get((CURRENCIES.indexOf(from) + 1 + random.nextInt(2)) % CURRENCIES.size());
        add(
                "fx",
                from,
                "amount",
                money(from, 500_000),
                "fee",
                money(from, 3),
                "to_currency",
                into,
                "to_amount",
                money(into, 500_000));
    }

    private void transfer(String symbol, BigDecimal held) {
        if (chance(70)) {
            LocalDate acquired = market.today().minusDays(random.nextInt(3_000));
            add(
                    "transfer_in",
                    market.currency(symbol),
                    "symbol",
                    symbol,
                    "quantity",
                    units(),
                    "price",
                    tradePrice(symbol),
                    "acquired",
                    acquired);
        } else if (held.signum() > 0 && kind != Kind.NAMED_LOTS) {
            add("transfer_out", market.currency(symbol), "symbol", symbol, "quantity", held.min(units()));
        }
    }

    /** Something that the company does. */
    private void act(String symbol, BigDecimal held) {
        switch (random.nextInt(4)) {
            case 0 -> split(symbol, held);
            case 1 -> {
                String to = listed(market.currency(symbol));
                String fraction = List.of("0.2", "0.125", "0.3333", "0.071").get(random.nextInt(4));
                actWithFraction(
                        "spin_off",
                        symbol,
                        held,
                        ratio("0.25", "0.5", "1", "0.1"),
                        "to_symbol",
                        to,
                        "cost_fraction",
                        fraction);
            }
            case 2 -> merge(symbol, held);
            default -> {
                String to = market.list(market.currency(symbol), market.price(symbol));
                market.delist(symbol);
                add("symbol_change", market.currency(symbol), "symbol", symbol, "to_symbol", to);
            }
        }
    }

    private String ratio(String... ratios) {
        return ratios[random.nextInt(ratios.length)];
    }

    private void split(String symbol, BigDecimal held) {
        String ratio = ratio("2", "3", "1.5", "0.1", "0.5", "0.333333", "4");
        market.split(symbol, new BigDecimal(ratio));
        actWithFraction("split", symbol, held, ratio);
    }

    private void merge(String symbol, BigDecimal held) {
        String currency = market.currency(symbol);
        BigDecimal worth = cents(held.multiply(market.price(symbol)), currency);
        market.delist(symbol);
        int way = worth.signum() == 0 ? 0 : random.nextInt(3);
        String to = listed(currency);
        switch (way) {
            case 0 -> actWithFraction("merger", symbol, held, ratio("0.5", "1.2", "2", "0.75"), "to_symbol", to);
            case 1 -> add("merger", currency, "symbol", symbol, "amount", worth);
            default ->
                actWithFraction(
                        "merger",
                        symbol,
                        held,
                        ratio("0.5", "1.2", "2", "0.75"),
                        "to_symbol",
                        to,
                        "amount",
                        worth,
                        "cost_fraction",
                        "0.6");
        }
    }

    /** With cash for the fraction of a unit, where there is one, or with the fraction. */
    private void actWithFraction(String type, String symbol, BigDecimal held, String ratio, Object... more) {
        List<Object> cells = new ArrayList<>(List.of("symbol", symbol, "quantity", ratio));
        cells.addAll(List.of(more));
        BigDecimal units = ExactMethod.scaled(held, HistoryLine.of(market.today(), type, "USD", "quantity", ratio));
        boolean whole = units.stripTrailingZeros().scale() <= 0;
        boolean isOwed = book.lots(symbol).get(0).owed();
        if (!whole && !isOwed && chance(70)) {
            cells.addAll(List.of("cash_in_lieu", money(market.currency(symbol), 90)));
        }
        add(type, market.currency(symbol), cells.toArray());
    }
}
