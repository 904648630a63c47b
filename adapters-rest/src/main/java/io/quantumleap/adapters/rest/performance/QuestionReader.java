package io.quantumleap.adapters.rest.performance;

import io.quantumleap.adapters.rest.problem.FieldError;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.analytics.measure.PeriodsPerYear;
import io.quantumleap.analytics.performance.PerformanceQuestion;
import io.quantumleap.analytics.performance.Timeframe;
import io.quantumleap.core.market.Symbol;
import io.quantumleap.core.portfolio.PortfolioId;
import io.quantumleap.core.shared.InvalidValueException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the fields of a request into a question, or names every field that is wrong. Made for one request. */
public final class QuestionReader {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,12}(\\.\\d{0,17})?|\\.\\d{1,17})([eE][+-]?\\d{1,2})?");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final LocalDate today;
    private final List<FieldError> errors = new ArrayList<>();

    /** Reads what is asked on this day. */
    public QuestionReader(LocalDate today) {
        this.today = today;
    }

    PerformanceQuestion read(PerformanceParams params) {
        return question(
                params.portfolioId,
                params.from,
                params.to,
                params.timeframe,
                params.benchmark,
                parse("points", params.points, QuestionReader::whole),
                parse("risk_free_rate", params.riskFreeRate, QuestionReader::decimal),
                parse("periods_per_year", params.periodsPerYear, QuestionReader::decimal));
    }

    /**
     * The question that a body asks.
     *
     * @throws io.quantumleap.adapters.rest.problem.ProblemException if fields are wrong, naming each
     */
    public PerformanceQuestion read(PerformanceQuestionJson json) {
        return question(
                json.portfolioId(),
                json.from(),
                json.to(),
                json.timeframe(),
                json.benchmark(),
                parse("points", plain(json.points()), QuestionReader::whole),
                json.riskFreeRate(),
                json.periodsPerYear());
    }

    private PerformanceQuestion question(
            @Nullable String portfolioId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String timeframe,
            @Nullable String benchmark,
            @Nullable Integer points,
            @Nullable Double riskFreeRate,
            @Nullable Double periodsPerYear) {
        PortfolioId portfolio = required("portfolio_id", portfolioId, PortfolioId::parse);
        LocalDate first = parse("from", from, this::day);
        LocalDate last = parse("to", to, this::day);
        Timeframe window = parse("timeframe", timeframe, Timeframe::parse);
        Symbol against = parse("benchmark", benchmark, Symbol::new);
        int most = points == null ? PerformanceQuestion.DEFAULT_POINTS : points;
        double riskFree = riskFreeRate == null ? 0 : riskFreeRate;
        double periods = periodsPerYear == null ? PeriodsPerYear.DAILY.value() : periodsPerYear;
        checkWindow(first, last, window);
        check(
                most >= PerformanceQuestion.FEWEST_POINTS && most <= PerformanceQuestion.MOST_POINTS,
                "points",
                "A series has 2 to 5000 points.");
        check(riskFree > -1 && riskFree <= 1, "risk_free_rate", "The rate lies above -1 and is at most 1.");
        check(
                periods >= 1 && periods <= PerformanceQuestion.MOST_PERIODS,
                "periods_per_year",
                "A year has 1 to 366 periods.");
        if (portfolio == null || !errors.isEmpty()) {
            throw Problem.of(ProblemType.INVALID_REQUEST, "The question has fields that are not valid.")
                    .withErrors(errors)
                    .asException();
        }
        return new PerformanceQuestion(
                portfolio, first, last, window, against, most, riskFree, new PeriodsPerYear(periods));
    }

    private void checkWindow(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable Timeframe window) {
        boolean ordered = first == null || last == null || !first.isAfter(last);
        check(ordered, "from", "The window starts after its end.");
        check(first == null || window == null, "timeframe", "Give either from or a timeframe, not both.");
    }

    private void check(boolean holds, String field, String message) {
        if (!holds) {
            errors.add(FieldError.of(field, "out-of-bounds", message));
        }
    }

    private <T> @Nullable T required(String field, @Nullable String text, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            errors.add(FieldError.of(field, "missing", "This must be given."));
            return null;
        }
        return parse(field, text, parser);
    }

    /** What the text means; null when it is missing, or wrong and noted as such. */
    private <T> @Nullable T parse(String field, @Nullable String text, Function<String, T> parser) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (InvalidValueException refused) {
            errors.add(FieldError.of(field, "invalid", String.valueOf(refused.getMessage())));
            return null;
        }
    }

    private LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new InvalidValueException("A day looks like 2026-01-31.");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw new InvalidValueException("There is no such day.");
        }
        // Tomorrow in UTC is today already where the day begins first.
        if (day.isBefore(EARLIEST) || day.isAfter(today.plusDays(1))) {
            throw new InvalidValueException("A day lies between 1900-01-01 and today.");
        }
        return day;
    }

    private static Integer whole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new InvalidValueException("This is not a whole number.");
        }
        return Integer.valueOf(text);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static Double decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new InvalidValueException("This is not a number such as 0.02.");
        }
        return Double.valueOf(text);
    }
}
