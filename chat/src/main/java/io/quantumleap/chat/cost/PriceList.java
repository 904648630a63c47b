package io.quantumleap.chat.cost;

import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The prices of models, as the operator states them. What a model costs that is not in the list is unknown, which is not
 * nothing.
 *
 * @param currency of all prices and budgets
 * @param prices by the name of the model; a name that ends with {@code *} stands for all that begin with it
 */
public record PriceList(Currency currency, Map<String, Price> prices) {

    private static final String REST = "*";

    /** Copies the prices. */
    public PriceList {
        Objects.requireNonNull(currency, "currency");
        prices = Map.copyOf(prices);
    }

    /**
     * Reads entries such as {@code gpt-4o=2.50/10.00} with commas between: the price of a million tokens read, and of a
     * million written.
     *
     * @throws InvalidValueException if the text is not of this form
     */
    public static Map<String, Price> parse(String text) {
        Map<String, Price> prices = new HashMap<>();
        for (String entry : text.split(",", -1)) {
            String[] parts = entry.strip().split("=", -1);
            String[] amounts = parts.length == 2 ? parts[1].split("/", -1) : new String[0];
            if (amounts.length != 2 || parts[0].isBlank()) {
                throw malformed();
            }
            Price price = new Price(amount(amounts[0]), amount(amounts[1]));
            if (prices.put(parts[0].strip(), price) != null) {
                throw new InvalidValueException("names a model twice");
            }
        }
        return prices;
    }

    private static BigDecimal amount(String text) {
        if (!text.strip().matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw malformed();
        }
        return new BigDecimal(text.strip());
    }

    private static InvalidValueException malformed() {
        return new InvalidValueException("must be model=input/output pairs with commas between");
    }

    /** The price of a model, if it is known: its own, else that of the longest beginning. */
    public Optional<Price> of(String model) {
        Price exact = prices.get(model);
        if (exact != null) {
            return Optional.of(exact);
        }
        return prices.keySet().stream()
                .filter(name -> name.endsWith(REST) && model.startsWith(name.substring(0, name.length() - 1)))
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(prices::get);
    }
}
