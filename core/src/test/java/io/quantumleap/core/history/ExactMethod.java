package io.quantumleap.core.history;

import static io.quantumleap.core.history.ExactLot.DIGITS;
import static io.quantumleap.core.history.ExactLot.rounded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * How lots are opened and taken by one method.
 *
 * @param method as the API names it
 */
record ExactMethod(String method) {

    private static final int QUANTITY_DIGITS = 10;
    private static final BigDecimal AS_GOOD_AS_EQUAL = new BigDecimal("1e-60");

    static BigDecimal sum(List<ExactLot> lots) {
        return lots.stream().map(ExactLot::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void open(List<ExactLot> position, ExactLot lot) {
        int place = position.size();
        while (place > 0 && position.get(place - 1).acquired().isAfter(lot.acquired())) {
            place--;
        }
        position.add(place, lot);
        if (method.equals("average_cost")) {
            average(position, lot.currency());
        }
    }

    private static void average(List<ExactLot> position, String currency) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (ExactLot lot : position) {
            if (lot.currency().equals(currency)) {
                quantity = quantity.add(lot.quantity());
                cost = cost.add(lot.cost());
            }
        }
        BigDecimal unit = cost.divide(quantity, DIGITS);
        position.replaceAll(lot -> lot.currency().equals(currency)
                ? lot.with(lot.quantity(), unit.multiply(lot.quantity(), DIGITS))
                : lot);
    }

    List<ExactLot> take(List<ExactLot> position, BigDecimal wanted, List<String> names) {
        List<ExactLot> taken = new ArrayList<>();
        BigDecimal open = wanted;
        while (open.signum() > 0) {
            int next = next(position, names);
            ExactLot lot = position.get(next);
            if (lot.quantity().compareTo(open) > 0) {
                ExactLot part = lot.part(open);
                position.set(
                        next, lot.with(lot.quantity().subtract(open), lot.cost().subtract(part.cost())));
                lot = part;
            } else {
                position.remove(next);
            }
            open = open.subtract(lot.quantity());
            taken.add(lot);
        }
        return taken;
    }

    private int next(List<ExactLot> position, List<String> names) {
        if (!method.equals("average_cost")) {
            for (String name : names) {
                for (int i = 0; i < position.size(); i++) {
                    if (position.get(i).isNamed(name)) {
                        return i;
                    }
                }
            }
        }
        return switch (method) {
            case "lifo" -> position.size() - 1;
            case "highest_cost" -> costliest(position);
            default -> 0;
        };
    }

    private static int costliest(List<ExactLot> position) {
        int best = 0;
        for (int i = 1; i < position.size(); i++) {
            BigDecimal more =
                    position.get(i).unitCost().subtract(position.get(best).unitCost());
            if (more.compareTo(AS_GOOD_AS_EQUAL) > 0) {
                best = i;
            }
        }
        return best;
    }

    /** New units for old ones, to ten decimals; the last lot takes what rounding left. */
    static List<BigDecimal> scaled(List<ExactLot> lots, HistoryLine line) {
        BigDecimal rest = scaled(sum(lots), line);
        List<BigDecimal> scaled = new ArrayList<>();
        for (int i = 0; i < lots.size(); i++) {
            BigDecimal one = i == lots.size() - 1
                    ? rest
                    : scaled(lots.get(i).quantity(), line).min(rest);
            scaled.add(one);
            rest = rest.subtract(one);
        }
        return scaled;
    }

    static BigDecimal scaled(BigDecimal quantity, HistoryLine line) {
        boolean third = line.text("quantity").equals("0.333333");
        BigDecimal exact =
                third ? quantity.divide(BigDecimal.valueOf(3), DIGITS) : quantity.multiply(line.number("quantity"));
        return rounded(exact, QUANTITY_DIGITS);
    }
}
