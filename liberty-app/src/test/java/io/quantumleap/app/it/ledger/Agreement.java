package io.quantumleap.app.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.Await;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Whether the answers, the ledger, both instances and the events say the same. */
final class Agreement {

    private static final Duration SOON = Duration.ofMinutes(5);

    private final SharedPortfolio portfolio;
    private final Answers answers;
    private final DeliveryLog log;
    private final List<LedgerRow> rows;

    private Agreement(SharedPortfolio portfolio, DeliveryLog log) {
        this.portfolio = portfolio;
        this.answers = portfolio.answers();
        this.log = log;
        this.rows = LedgerRow.all(portfolio.servers().get(1), portfolio.path());
    }

    /** Waits until every event is delivered, and looks everywhere. */
    static void isWhole(SharedPortfolio portfolio, DeliveryLog log) throws SQLException {
        ApiClient client = portfolio.servers().get(0);
        Await.until("every event is delivered", SOON, () -> outbox(client).getInt("waiting") == 0, () -> {});
        assertThat(outbox(client).getJsonArray("dead_letters")).isEmpty();
        Agreement agreement = new Agreement(portfolio, log);
        agreement.answersAreTheLedger();
        agreement.nothingIsOverdrawnOrOversold();
        agreement.versionsAndSequencesHaveNoGap();
        agreement.instancesAgreeWithEachOtherAndWithTheRows();
    }

    private static JsonObject outbox(ApiClient client) {
        return client.get("/api/ops/outbox").json();
    }

    private void answersAreTheLedger() {
        assertThat(answers.unexpected)
                .as("answers that the contract does not name")
                .isEmpty();
        assertThat(answers.doubled()).as("answered as recorded twice").isZero();
        Set<String> ids = rows.stream().map(LedgerRow::id).collect(Collectors.toSet());
        assertThat(ids).as("listed once").hasSameSizeAs(rows);
        assertThat(ids).containsAll(answers.recorded).containsAll(answers.known);
        List<String> names = rows.stream()
                .filter(row -> !row.reversal())
                .map(LedgerRow::externalId)
                .filter(name -> !name.isEmpty())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        assertThat(names).doesNotContainAnyElementsOf(answers.refused);
        assertThat(names).containsAll(answers.imported);
        List<String> ofFiles =
                names.stream().filter(name -> name.startsWith("file-")).toList();
        assertThat(ofFiles).hasSize(answers.rows.get());
        assertThat(new HashSet<>(ofFiles)).isEqualTo(answers.imported);
        assertThat(rows).as("nothing that nobody was told of").hasSize(answers.recorded.size() + answers.rows.get());
    }

    /** Shares in the order of the ledger, cash at the end of each day. */
    private void nothingIsOverdrawnOrOversold() {
        BigDecimal units = BigDecimal.ZERO;
        NavigableMap<String, BigDecimal> flows = new TreeMap<>();
        for (LedgerRow row : rows) {
            if (row.isEffective()) {
                units = units.add(row.units());
                assertThat(units).as("shares after " + row).isNotNegative();
                flows.merge(row.date(), row.cash(), BigDecimal::add);
            }
        }
        BigDecimal cash = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> flow : flows.entrySet()) {
            cash = cash.add(flow.getValue());
            assertThat(cash).as("cash at the end of " + flow.getKey()).isNotNegative();
        }
    }

    private void versionsAndSequencesHaveNoGap() throws SQLException {
        JsonObject now = portfolio.servers().get(0).get(portfolio.path()).json();
        long version = now.getJsonNumber("version").longValue();
        assertThat(version).as("one version for each change").isEqualTo(1L + answers.changes.get());
        assertThat(now.getInt("transaction_count")).isEqualTo(rows.size());
        assertThat(log.sequences(portfolio.id())).isEqualTo(upTo(1, rows.size()));
        assertThat(log.written(portfolio.id())).as("one event for each change").isEqualTo(upTo(2, version));
        assertThat(log.delivered(portfolio.id())).as("delivered once, in order").isEqualTo(upTo(2, version));
    }

    private void instancesAgreeWithEachOtherAndWithTheRows() {
        for (ApiClient server : portfolio.servers()) {
            JsonObject reconciliation = server.get("/api/ops/reconciliation").json();
            assertThat(reconciliation.getInt("drift_count"))
                    .as(reconciliation.toString())
                    .isZero();
            assertThat(reconciliation.getInt("transactions")).isGreaterThanOrEqualTo(rows.size());
        }
        for (String view : List.of("", "/holdings", "/lots", "/gains", "/summary", "/valuations")) {
            List<String> bodies = portfolio.servers().stream()
                    .map(server -> server.get(portfolio.path() + view).body())
                    .distinct()
                    .toList();
            assertThat(bodies).as("both tell the same of " + view).hasSize(1);
        }
        JsonObject holdings =
                portfolio.servers().get(1).get(portfolio.path() + "/holdings").json();
        assertThat(sum(holdings.getJsonArray("holdings").getValuesAs(JsonValue::asJsonObject), "quantity"))
                .isEqualByComparingTo(total(LedgerRow::units));
        assertThat(sum(holdings.getJsonArray("cash").getValuesAs(JsonValue::asJsonObject), "amount"))
                .isEqualByComparingTo(total(LedgerRow::cash));
    }

    private static BigDecimal sum(List<JsonObject> objects, String field) {
        return objects.stream()
                .map(object -> new BigDecimal(object.getString(field)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal total(Function<LedgerRow, BigDecimal> part) {
        return rows.stream().filter(LedgerRow::isEffective).map(part).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Long> upTo(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
