package io.quantumleap.core.history;

import static io.quantumleap.core.history.ExactLot.DIGITS;
import static io.quantumleap.core.history.ExactLot.rounded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An account of a history by the rules of docs/http-api.md alone: it shares no line with the program that it is held against, and
 * keeps a hundred digits. Long-term is after 365 days.
 */
public final class ExactBook {

    private static final int LONG_TERM_DAYS = 365;

    private final ExactMethod method;
    private final Quotations rates;
    private final Map<String, List<ExactLot>> positions = new TreeMap<>();
    private final Map<String, BigDecimal> cash = new TreeMap<>();
    private final Map<String, Gains> gains = new TreeMap<>();
    private final Map<String, BigDecimal> totals = new HashMap<>();

    /**
     * An empty book.
     *
     * @param method how lots are chosen, as the API names it
     * @param rates for what is summed up in US dollars
     */
    public ExactBook(String method, Quotations rates) {
        this.method = new ExactMethod(method);
        this.rates = rates;
    }

    /** Realised gains in one currency. */
    public record Gains(BigDecimal proceeds, BigDecimal cost, BigDecimal shortTerm, BigDecimal longTerm) {

        Gains plus(BigDecimal received, BigDecimal paid, boolean isLongTerm) {
            BigDecimal gain = received.subtract(paid);
            return new Gains(
                    proceeds.add(received),
                    cost.add(paid),
                    isLongTerm ? shortTerm : shortTerm.add(gain),
                    isLongTerm ? longTerm.add(gain) : longTerm);
        }
    }

    /** The open lots, by symbol and oldest first. */
    public List<ExactLot> lots() {
        return positions.values().stream().flatMap(List::stream).toList();
    }

    List<ExactLot> lots(String symbol) {
        return positions.computeIfAbsent(symbol, none -> new ArrayList<>());
    }

    BigDecimal quantity(String symbol) {
        return ExactMethod.sum(lots(symbol));
    }

    /** The cash in each currency. */
    public Map<String, BigDecimal> cash() {
        return cash;
    }

    /** The realised gains in each currency in which lots were bought and sold. */
    public Map<String, Gains> gains() {
        return gains;
    }

    /** A total in US dollars: {@code dividends}, {@code interest}, {@code fees}, {@code taxes} or {@code realised_gain}. */
    public BigDecimal total(String name) {
        return totals.getOrDefault(name, BigDecimal.ZERO);
    }

    /** What the open lots of an instrument cost in US dollars; below zero for what short sales brought. */
    public BigDecimal costInDollars(String symbol) {
        return lots(symbol).stream()
                .map(lot -> lot.owed() ? inDollars(lot).negate() : inDollars(lot))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal inDollars(ExactLot lot) {
        LocalDate day = rates.isKnown(lot.currency(), lot.acquired()) ? lot.acquired() : lot.opened();
        return rates.inDollars(lot.cost(), lot.currency(), day);
    }

    private void count(String total, HistoryLine line, BigDecimal amount) {
        totals.merge(total, rates.inDollars(amount, line.text("currency"), line.day("date")), BigDecimal::add);
    }

    private void move(String currency, BigDecimal amount) {
        cash.merge(currency, amount, BigDecimal::add);
    }

    /** Puts a line in, which is right. */
    public void enter(HistoryLine line) {
        String type = line.text("type");
        String currency = line.text("currency");
        BigDecimal amount = line.number("amount");
        BigDecimal taken = line.number("fee").add(line.number("tax"));
        count("fees", line, line.number("fee"));
        count("taxes", line, line.number("tax"));
        switch (type) {
            case "buy", "sell", "short", "cover" -> trade(line, type);
            case "dividend", "interest" -> {
                count(type.equals("interest") ? type : "dividends", line, amount);
                move(currency, amount.subtract(taken));
            }
            case "reinvested_dividend" -> {
                BigDecimal cost = gross(line).add(line.number("fee"));
                open(lot(line, cost, false));
                count("dividends", line, cost.add(line.number("tax")));
            }
            case "fee", "tax" -> {
                count(type.equals("fee") ? "fees" : "taxes", line, amount);
                move(currency, amount.negate());
            }
            case "deposit" -> move(currency, amount);
            case "withdrawal" -> move(currency, amount.negate());
            case "transfer_in" -> open(lot(line, gross(line), false));
            case "transfer_out" -> take(line.text("symbol"), line.number("quantity"), line.lots());
            case "split" -> split(line);
            case "spin_off" -> spinOff(line);
            case "merger" -> merge(line);
            case "symbol_change" -> {
                for (ExactLot lot : takeAll(line.text("symbol"))) {
                    open(lot.as(line.text("to_symbol"), lot.quantity(), lot.cost()));
                }
            }
            case "fx" -> {
                move(currency, amount.add(line.number("fee")).negate());
                move(line.text("to_currency"), line.number("to_amount"));
            }
            default -> throw new IllegalArgumentException(type);
        }
    }

    private static BigDecimal gross(HistoryLine line) {
        return rounded(
                line.number("quantity").multiply(line.number("price")), Quotations.digits(line.text("currency")));
    }

    private void trade(HistoryLine line, String type) {
        String currency = line.text("currency");
        boolean paid = type.equals("buy") || type.equals("cover");
        BigDecimal net =
                paid ? gross(line).add(line.number("fee")) : gross(line).subtract(line.number("fee"));
        move(currency, paid ? net.negate() : net);
        if (type.equals("buy") || type.equals("short")) {
            open(lot(line, net, type.equals("short")));
        } else {
            dispose(line, take(line.text("symbol"), line.number("quantity"), line.lots()), net);
        }
    }

    private static ExactLot lot(HistoryLine line, BigDecimal cost, boolean owed) {
        return new ExactLot(
                line.text("symbol"),
                line.day("date"),
                line.day("acquired"),
                line.number("quantity"),
                cost,
                line.text("currency"),
                owed,
                line.text("external_id"));
    }

    private void open(ExactLot lot) {
        method.open(lots(lot.symbol()), lot);
    }

    private List<ExactLot> take(String symbol, BigDecimal wanted, List<String> names) {
        return method.take(lots(symbol), wanted, names);
    }

    private List<ExactLot> takeAll(String symbol) {
        List<ExactLot> all = List.copyOf(lots(symbol));
        lots(symbol).clear();
        return all;
    }

    private void dispose(HistoryLine line, List<ExactLot> lots, BigDecimal money) {
        String currency = line.text("currency");
        LocalDate day = line.day("date");
        boolean isCover = line.text("type").equals("cover");
        BigDecimal whole = ExactMethod.sum(lots);
        BigDecimal rest = money;
        for (int i = 0; i < lots.size(); i++) {
            ExactLot lot = lots.get(i);
            BigDecimal share = i == lots.size() - 1
                    ? rest
                    : rounded(money.multiply(lot.quantity()).divide(whole, DIGITS), Quotations.digits(currency));
            rest = rest.subtract(share);
            boolean isLongTerm = !isCover && ChronoUnit.DAYS.between(lot.acquired(), day) > LONG_TERM_DAYS;
            Gains none = new Gains(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
            Gains before = gains.getOrDefault(currency, none);
            gains.put(
                    currency,
                    isCover ? before.plus(lot.cost(), share, false) : before.plus(share, lot.cost(), isLongTerm));
            BigDecimal gain = rates.inDollars(share, currency, day).subtract(inDollars(lot));
            totals.merge("realised_gain", isCover ? gain.negate() : gain, BigDecimal::add);
        }
    }

    private void split(HistoryLine line) {
        String symbol = line.text("symbol");
        List<ExactLot> old = takeAll(symbol);
        List<BigDecimal> scaled = ExactMethod.scaled(old, line);
        for (int i = 0; i < old.size(); i++) {
            open(old.get(i).with(scaled.get(i), old.get(i).cost()));
        }
        payForFraction(line, lots(symbol));
        move(line.text("currency"), line.number("cash_in_lieu"));
    }

    private void payForFraction(HistoryLine line, List<ExactLot> position) {
        if (line.number("cash_in_lieu").signum() > 0) {
            BigDecimal all = ExactMethod.sum(position);
            BigDecimal fraction = all.subtract(all.setScale(0, RoundingMode.DOWN));
            dispose(line, method.take(position, fraction, List.of()), line.number("cash_in_lieu"));
        }
    }

    private void spinOff(HistoryLine line) {
        List<ExactLot> old = takeAll(line.text("symbol"));
        BigDecimal stays = BigDecimal.ONE.subtract(line.number("cost_fraction"));
        old.forEach(lot -> open(lot.with(lot.quantity(), lot.cost().multiply(stays, DIGITS))));
        receive(line, old, line.number("cost_fraction"));
        move(line.text("currency"), line.number("cash_in_lieu"));
    }

    private void merge(HistoryLine line) {
        List<ExactLot> old = takeAll(line.text("symbol"));
        boolean forUnits = !line.text("to_symbol").isEmpty();
        BigDecimal stated = line.text("cost_fraction").isEmpty() ? BigDecimal.ONE : line.number("cost_fraction");
        BigDecimal carried = forUnits ? stated : BigDecimal.ZERO;
        BigDecimal ended = BigDecimal.ONE.subtract(carried);
        if (line.number("amount").signum() > 0) {
            dispose(
                    line,
                    old.stream()
                            .map(lot -> lot.with(lot.quantity(), lot.cost().multiply(ended, DIGITS)))
                            .toList(),
                    line.number("amount"));
        }
        if (forUnits) {
            receive(line, old, carried);
        }
        move(line.text("currency"), line.number("amount").add(line.number("cash_in_lieu")));
    }

    private void receive(HistoryLine line, List<ExactLot> old, BigDecimal fraction) {
        String to = line.text("to_symbol");
        List<ExactLot> received = new ArrayList<>();
        List<BigDecimal> scaled = ExactMethod.scaled(old, line);
        for (int i = 0; i < old.size(); i++) {
            ExactLot lot = old.get(i);
            method.open(received, lot.as(to, scaled.get(i), lot.cost().multiply(fraction, DIGITS)));
        }
        payForFraction(line, received);
        received.forEach(this::open);
    }
}
