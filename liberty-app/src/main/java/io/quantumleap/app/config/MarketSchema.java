package io.quantumleap.app.config;

import io.quantumleap.app.config.Setting.Kind;
import io.quantumleap.app.config.Setting.Read;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.market.freshness.StalePrices;
import io.quantumleap.core.shared.InvalidValueException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of market data. */
final class MarketSchema {

    private static final int LONGEST_VENDOR_SYMBOL = 64;

    static final Setting<Integer> STALE_AFTER = Setting.of(
            "quantumleap.market.stale-after",
            Kinds.whole(0, 250),
            Integer.toString(StalePrices.USUAL_TOLERANCE),
            "over how many trading days of its exchange a price may be carried forward before it is marked as stale");

    static final Setting<String> BASE_URL = Setting.without(
            "quantumleap.market.alphavantage.base-url",
            Kinds.url(),
            "a provider of prices that speaks Alpha Vantage's protocol, such as `https://www.alphavantage.co`; without it none is asked");
    static final Setting<String> API_KEY = Setting.secret(
            "quantumleap.market.alphavantage.api-key",
            Kinds.text(),
            Read.AT_START,
            "the key that it asks for; needed with the URL");
    static final Setting<Map<Symbol, String>> SYMBOLS = Setting.of(
            "quantumleap.market.alphavantage.symbols",
            vendorSymbols(),
            "",
            "what it calls instruments whose symbol here is another, as `DAX=DAX.DEX,BRK.B=BRK-B`");
    static final Setting<Duration> REMEMBERED = Setting.of(
            "quantumleap.market.alphavantage.remember",
            Kinds.duration(Duration.ZERO, Duration.ofHours(24)),
            "PT15M",
            "how long an answer is used again before it is asked anew");

    static final Setting<Duration> REFRESH_EVERY = Setting.of(
            "quantumleap.market.refresh.every",
            Kinds.duration(Duration.ZERO, Duration.ofHours(24)),
            "PT0S",
            "how often prices are refreshed without being asked; `PT0S` for never. Of several instances on one database one does it");
    static final Setting<List<Symbol>> REFRESHED = Setting.of(
            "quantumleap.market.refresh.symbols",
            Kinds.list(Kinds.checked("symbol such as DAX or GBP/EUR", MarketSchema::symbol)),
            "",
            "whose prices are refreshed then");

    private MarketSchema() {}

    static List<Setting<?>> all() {
        return List.of(STALE_AFTER, BASE_URL, API_KEY, SYMBOLS, REMEMBERED, REFRESH_EVERY, REFRESHED);
    }

    private static Symbol symbol(String text) {
        try {
            return new Symbol(text);
        } catch (InvalidValueException none) {
            throw new IllegalArgumentException("must be a symbol such as DAX or GBP/EUR", none);
        }
    }

    private static Kind<Map<Symbol, String>> vendorSymbols() {
        return new Kind<>("`symbol=its name there`, with commas between", value -> {
            Map<Symbol, String> symbols = new HashMap<>();
            for (String pair : value.split(",", -1)) {
                int sign = pair.indexOf('=');
                String there = sign < 0 ? "" : pair.substring(sign + 1).strip();
                if (there.isEmpty() || there.length() > LONGEST_VENDOR_SYMBOL) {
                    throw new IllegalArgumentException("must be symbol=name pairs with commas between");
                }
                if (symbols.put(symbol(pair.substring(0, sign).strip()), there) != null) {
                    throw new IllegalArgumentException("names a symbol twice");
                }
            }
            return Map.copyOf(symbols);
        });
    }
}
