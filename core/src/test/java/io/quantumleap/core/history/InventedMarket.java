package io.quantumleap.core.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The instruments of an invented history and what they cost; every step is a random one. */
final class InventedMarket {

    static final LocalDate FIRST = LocalDate.of(2016, 1, 4);
    static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int RATES_BEFORE_YEARS = 3;

    private final Random random;
    private final String prefix;
    private final Quotations quotations = new Quotations();
    private final Map<String, BigDecimal> prices = new TreeMap<>();
    private final List<String> alive = new ArrayList<>();
    private int instruments;
    private LocalDate today = FIRST;

    InventedMarket(Random random, String prefix) {
        this.random = random;
        this.prefix = prefix;
        rates();
    }

    Quotations quotations() {
        return quotations;
    }

    LocalDate today() {
        return today;
    }

    private void rates() {
        BigDecimal euro = new BigDecimal("1.3200");
        BigDecimal yen = new BigDecimal("98.00");
        for (LocalDate day = FIRST.minusYears(RATES_BEFORE_YEARS); !day.isAfter(LAST); day = day.plusDays(1)) {
            euro = moved(euro, 40, 4).max(new BigDecimal("0.8"));
            yen = moved(yen, 40, 2).max(new BigDecimal("60"));
            quotations.put("EUR/USD", "USD", day, euro);
            quotations.put("USD/JPY", "JPY", day, yen);
        }
    }

    /** Another day: every price moves; on Fridays and on the last day all are quoted. */
    void open(LocalDate day) {
        today = day;
        boolean quoted = day.getDayOfWeek() == DayOfWeek.FRIDAY || day.equals(LAST);
        for (String symbol : alive) {
            boolean yen = currency(symbol).equals("JPY");
            BigDecimal price = moved(price(symbol), 150, yen ? 1 : 2).max(new BigDecimal(yen ? "10" : "0.10"));
            prices.put(symbol, price);
            if (quoted) {
                quotations.put(symbol, currency(symbol), day, price);
            }
        }
    }

    /** A normal step, in parts of ten thousand. */
    private BigDecimal moved(BigDecimal number, int deviation, int digits) {
        long factor = 10_000 + Math.round(deviation * random.nextGaussian());
        return number.multiply(BigDecimal.valueOf(factor, 4)).setScale(digits, RoundingMode.HALF_EVEN);
    }

    /** A new instrument. */
    String list(String currency, BigDecimal price) {
        String symbol = prefix + "." + ++instruments;
        alive.add(symbol);
        quotations.put(symbol, currency, today, price);
        prices.put(symbol, price);
        return symbol;
    }

    void delist(String symbol) {
        alive.remove(symbol);
    }

    String any() {
        return alive.get(random.nextInt(alive.size()));
    }

    String currency(String symbol) {
        return quotations.currency(symbol);
    }

    BigDecimal price(String symbol) {
        return prices.getOrDefault(symbol, BigDecimal.ONE);
    }

    /** New units for old ones change the price of one. */
    void split(String symbol, BigDecimal ratio) {
        BigDecimal price =
                price(symbol).divide(ratio, 2, RoundingMode.HALF_EVEN).max(new BigDecimal("0.10"));
        prices.put(symbol, price);
        quotations.put(symbol, currency(symbol), today, price);
    }
}
