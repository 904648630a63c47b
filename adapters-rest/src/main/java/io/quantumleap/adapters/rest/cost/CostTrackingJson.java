package io.quantumleap.adapters.rest.cost;

import io.quantumleap.chat.cost.Budget;
import io.quantumleap.chat.cost.CostReport;
import io.quantumleap.chat.cost.CostReport.Status;
import io.quantumleap.chat.cost.CostReport.Sum;
import io.quantumleap.chat.cost.SpendingRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a month has cost. Amounts of calls whose price is not known are in no sum; how many they are is said beside it. */
public record CostTrackingJson(
        String state,
        String timestamp,
        MonthJson currentMonth,
        Map<String, SumJson> breakdown,
        List<NamedSumJson> byModel,
        List<NamedSumJson> byDay,
        List<NamedSumJson> byConversation,
        @Nullable List<NamedSumJson> byUser,
        AnalyticsJson usageAnalytics,
        BudgetStatusJson budgetStatus,
        List<AlertJson> alerts) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DIGITS = 2;
    private static final int MOST_CONVERSATIONS = 100;

    /** The month as a whole; {@code usage_percentage} is in per cent. */
    public record MonthJson(
            String month,
            @Nullable CostJson totalCost,
            @Nullable CostJson budget,
            @Nullable BigDecimal usagePercentage,
            int daysRemaining,
            @Nullable CostJson projectedCost,
            CostJson reserved,
            long requests,
            long tokens,
            long unpricedRequests,
            long estimatedRequests) {}

    /** One part of the whole; {@code percentage} is its part of the cost in per cent. */
    public record SumJson(
            @Nullable CostJson cost,
            long requests,
            long tokens,
            long inputTokens,
            long outputTokens,
            long unpricedRequests,
            @Nullable BigDecimal percentage) {}

    /** One part of the whole with its name. */
    public record NamedSumJson(
            String name, @Nullable CostJson cost, long requests, long tokens, long unpricedRequests) {}

    /** How it is used; {@code efficiency_score} is the number of tokens written for each 100 read and written. */
    public record AnalyticsJson(
            @Nullable CostJson dailyAverage,
            @Nullable String peakUsageDay,
            @Nullable CostJson peakCost,
            @Nullable String mostUsedService,
            @Nullable BigDecimal efficiencyScore) {}

    /** How the budget stands. */
    public record BudgetStatusJson(
            String status,
            @Nullable CostJson budgetRemaining,
            int daysUntilReset,
            @Nullable CostJson projectedOverage) {}

    /** Something to know. */
    public record AlertJson(String type, String message, String timestamp) {}

    /**
     * The form of a report.
     *
     * @param installation how the budget of the installation stands, which concerns everybody
     * @param users whether users are told apart
     */
    static CostTrackingJson of(CostReport report, Status installation, boolean users) {
        Form form = new Form(report);
        return new CostTrackingJson(
                report.rows().isEmpty() ? "empty" : "ok",
                report.asOf().toString(),
                form.month(),
                form.breakdown(),
                form.named(SpendingRow::model),
                form.days(),
                form.named(row -> row.conversation() == null ? "none" : String.valueOf(row.conversation())).stream()
                        .limit(MOST_CONVERSATIONS)
                        .toList(),
                users ? form.named(row -> row.user().toString()) : null,
                form.analytics(),
                form.status(),
                form.alerts(installation));
    }

    private record Form(CostReport report) {

        private CostJson money(BigDecimal amount) {
            return CostJson.of(amount, report.currency());
        }

        private @Nullable CostJson known(Sum sum) {
            return sum.knownCost().map(this::money).orElse(null);
        }

        MonthJson month() {
            Sum total = report.total();
            Budget budget = report.budget().orElse(null);
            return new MonthJson(
                    report.month().toString(),
                    known(total),
                    budget == null ? null : money(budget.monthly().amount()),
                    budget == null ? null : budget.usedBy(total.cost()),
                    report.daysRemaining(),
                    total.knownCost().isEmpty() ? null : money(report.projected()),
                    money(report.reserved()),
                    total.requests(),
                    total.tokens(),
                    total.unpriced(),
                    total.estimated());
        }

        Map<String, SumJson> breakdown() {
            BigDecimal whole = report.total().cost();
            Map<String, SumJson> providers = new LinkedHashMap<>();
            report.by(SpendingRow::provider)
                    .forEach((provider, sum) -> providers.put(
                            provider,
                            new SumJson(
                                    known(sum),
                                    sum.requests(),
                                    sum.tokens(),
                                    sum.input(),
                                    sum.output(),
                                    sum.unpriced(),
                                    whole.signum() == 0 ? null : percent(sum.cost(), whole))));
            return providers;
        }

        private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
            return part.multiply(HUNDRED).divide(whole, DIGITS, RoundingMode.HALF_EVEN);
        }

        <K> List<NamedSumJson> named(Function<SpendingRow, K> key) {
            return report.by(key).entrySet().stream()
                    .map(entry -> named(entry.getKey().toString(), entry.getValue()))
                    .toList();
        }

        List<NamedSumJson> days() {
            return report.by(SpendingRow::day).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> named(entry.getKey().toString(), entry.getValue()))
                    .toList();
        }

        private NamedSumJson named(String name, Sum sum) {
            return new NamedSumJson(name, known(sum), sum.requests(), sum.tokens(), sum.unpriced());
        }

        AnalyticsJson analytics() {
            Sum total = report.total();
            boolean priced = total.requests() > 0 && total.knownCost().isPresent();
            String most = null;
            long requests = 0;
            for (Map.Entry<String, Sum> provider :
                    report.by(SpendingRow::provider).entrySet()) {
                if (provider.getValue().requests() > requests) {
                    most = provider.getKey();
                    requests = provider.getValue().requests();
                }
            }
            return new AnalyticsJson(
                    priced ? money(report.dailyAverage()) : null,
                    report.peak().map(peak -> peak.getKey().toString()).orElse(null),
                    report.peak().map(peak -> known(peak.getValue())).orElse(null),
                    most,
                    total.tokens() == 0
                            ? null
                            : percent(BigDecimal.valueOf(total.output()), BigDecimal.valueOf(total.tokens())));
        }

        BudgetStatusJson status() {
            Budget budget = report.budget().orElse(null);
            String status = report.status().name().toLowerCase(Locale.ROOT);
            if (budget == null) {
                return new BudgetStatusJson(status, null, report.daysRemaining() + 1, null);
            }
            BigDecimal limit = budget.monthly().amount();
            return new BudgetStatusJson(
                    status,
                    money(limit.subtract(report.total().cost()).max(BigDecimal.ZERO)),
                    report.daysRemaining() + 1,
                    money(report.projected().subtract(limit).max(BigDecimal.ZERO)));
        }

        List<AlertJson> alerts(Status installation) {
            List<AlertJson> alerts = new ArrayList<>();
            Budget budget = report.budget().orElse(null);
            if (budget != null && report.status() != Status.OK) {
                String used = budget.usedBy(report.total().cost())
                        .stripTrailingZeros()
                        .toPlainString();
                alerts.add(alert(
                        report.status().name().toLowerCase(Locale.ROOT),
                        used + " % of the monthly budget is used."
                                + (report.status() == Status.STOPPED
                                        ? " Paid models are not asked any more until the month ends."
                                        : "")));
            }
            if (installation == Status.STOPPED) {
                alerts.add(alert(
                        "installation_stopped",
                        "The budget of this installation is used up; paid models are not asked until the month ends."));
            }
            if (report.total().unpriced() > 0) {
                alerts.add(alert(
                        "price_unknown",
                        report.total().unpriced() + " requests went to models whose price is not known; their cost is"
                                + " in no sum."));
            }
            return alerts;
        }

        private AlertJson alert(String type, String message) {
            return new AlertJson(type, message, report.asOf().toString());
        }
    }
}
