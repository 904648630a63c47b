package io.quantumleap.chat.grounding;

import io.quantumleap.chat.evidence.CitedFigure;
import io.quantumleap.chat.evidence.FigureValue;
import io.quantumleap.chat.evidence.Sense;
import io.quantumleap.chat.grounding.Claim.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns figures, and what texts state, into facts. */
final class FactReader {

    private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);

    private FactReader() {}

    /** What a figure says. */
    static Fact.Content content(FigureValue value) {
        if (value instanceof FigureValue.Percent percent) {
            return new Fact.PercentFact(BigDecimal.valueOf(percent.ratio()).movePointRight(2), percent.sense());
        }
        if (value instanceof FigureValue.Amount amount) {
            return new Fact.MoneyFact(
                    amount.money().amount(), Set.of(amount.money().currency().getCurrencyCode()), amount.sense());
        }
        if (value instanceof FigureValue.Day day) {
            return new Fact.DateFact(PartialDate.of(day.date()));
        }
        return new Fact.NumberFact(number(value));
    }

    private static BigDecimal number(FigureValue value) {
        if (value instanceof FigureValue.Ratio ratio) {
            return BigDecimal.valueOf(ratio.value());
        }
        return value instanceof FigureValue.Quantity quantity
                ? quantity.value()
                : BigDecimal.valueOf(((FigureValue.Count) value).value());
    }

    /** What a text states as the facts of a source. */
    static List<Fact> stated(Claim claim, int source, @Nullable CitedFigure cited) {
        if (claim instanceof Claim.OfDate date) {
            return date.readings().stream()
                    .map(reading -> new Fact(new Fact.DateFact(reading), null, source, cited))
                    .toList();
        }
        Claim.OfNumber number = (Claim.OfNumber) claim;
        BigDecimal value = number.sign() == Claim.Sign.MINUS ? number.value().negate() : number.value();
        return List.of(new Fact(content(number, value), null, source, cited));
    }

    private static Fact.Content content(Claim.OfNumber number, BigDecimal value) {
        return switch (number.unit()) {
            case PERCENT -> new Fact.PercentFact(value, Sense.SIZE);
            case MONEY -> new Fact.MoneyFact(value, number.currencies(), Sense.SIZE);
            case MONTHS -> new Fact.MonthsFact(value);
            case YEARS -> new Fact.MonthsFact(value.multiply(MONTHS_OF_A_YEAR));
            case DAYS -> new Fact.SpanFact(value.longValue());
            case PLAIN, RANK ->
                isYear(number)
                        ? new Fact.DateFact(new PartialDate(value.intValue(), 0, 0))
                        : new Fact.NumberFact(value);
        };
    }

    /** Whether a number may be a year: four digits without separators, from 1900 to 2099. */
    static boolean isYear(Claim.OfNumber number) {
        return (number.unit() == Unit.PLAIN || number.unit() == Unit.RANK)
                && number.text().toLowerCase(Locale.ROOT).matches("(?:19|20)\\d\\d(?!\\d|[.,]\\d).*");
    }
}
