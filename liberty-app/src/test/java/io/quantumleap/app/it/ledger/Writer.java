package io.quantumleap.app.it.ledger;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ApiClient.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One of many who write to a portfolio. Writers 2k and 2k + 1 do the same in the same round, at different instances; every eighth pair
 * joins them, so that each contested name is wanted at both sides at once.
 */
final class Writer {

    static final int ROWS_IN_A_FILE = 20;

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);
    private static final int DAYS = 20;
    private static final int KINDS = 8;

    private final int number;
    private final ApiClient client;
    private final String portfolio;
    private final String symbol;
    private final Answers answers;

    Writer(int number, ApiClient client, String portfolio, String symbol, Answers answers) {
        this.number = number;
        this.client = client;
        this.portfolio = portfolio;
        this.symbol = symbol;
        this.answers = answers;
    }

    /** One thing, which happens whole or not at all. */
    void write(int round) {
        String own = "own-" + number + "-" + round;
        switch ((number / 2 + round) % KINDS) {
            case 0 -> record(round, own, "deposit", builder -> builder.add("amount", "100"));
            case 1 -> record(round, own, "buy", builder -> trade(builder, "2", "10"));
            case 2 -> record(round, own, "sell", builder -> trade(builder, "3", "11"));
            case 3 -> contest("same-" + round, "70");
            case 4 -> contest("other-" + round, Integer.toString(10 + number));
            case 5 -> record(round, own, "withdrawal", builder -> builder.add("amount", "150"));
            case 6 -> reverse();
            default -> importFile(round);
        }
    }

    private JsonObjectBuilder trade(JsonObjectBuilder builder, String quantity, String price) {
        return builder.add("symbol", symbol).add("quantity", quantity).add("price", price);
    }

    /** Anything of one's own, on one of twenty days, so that much of it is back-dated. */
    private void record(int round, String id, String type, Fields fields) {
        LocalDate day = FIRST.plusDays((number * 7L + round) % DAYS);
        answers.transaction(post(builder(day, type, id), fields), id);
    }

    /** The name that others want too, on the same day; whether for the same thing, the amount says. */
    private void contest(String id, String amount) {
        answers.transaction(post(builder(FIRST, "deposit", id), builder -> builder.add("amount", amount)), "");
    }

    /** Something that was answered as recorded, often one that others are just undoing. */
    private void reverse() {
        List<String> some = answers.recorded.stream().limit(5).toList();
        if (!some.isEmpty()) {
            answers.transaction(
                    timed(() -> client.post(
                            portfolio + "/transactions/" + some.get(number / 2 % some.size()) + "/reversal",
                            Json.createObjectBuilder()
                                    .add("reason", "Booked twice")
                                    .build())),
                    "");
        }
    }

    /** The file of this round, which others send as well. */
    private void importFile(int round) {
        List<String> ids = IntStream.range(0, ROWS_IN_A_FILE)
                .mapToObj(row -> "file-" + round + "-" + row)
                .toList();
        StringBuilder csv = new StringBuilder("date,type,symbol,quantity,price,amount,external_id\n");
        for (int row = 0; row < ids.size(); row++) {
            csv.append(FIRST.plusDays(row % DAYS))
                    .append(row % 2 == 0 ? ",deposit,,,,5," : ",buy," + symbol + ",1,4,,")
                    .append(ids.get(row))
                    .append('\n');
        }
        answers.file(timed(() -> client.post(portfolio + "/transactions/import", "text/csv", csv.toString())), ids);
    }

    private static JsonObjectBuilder builder(LocalDate day, String type, String id) {
        return Json.createObjectBuilder()
                .add("date", day.toString())
                .add("type", type)
                .add("external_id", id);
    }

    private Answer post(JsonObjectBuilder builder, Fields fields) {
        return timed(() ->
                client.post(portfolio + "/transactions", fields.addTo(builder).build()));
    }

    private Answer timed(Supplier<Answer> request) {
        long start = System.nanoTime();
        Answer answer = request.get();
        answers.note(answer, System.nanoTime() - start);
        return answer;
    }

    /** What a type needs besides its date and its name. */
    @FunctionalInterface
    private interface Fields {

        JsonObjectBuilder addTo(JsonObjectBuilder builder);
    }
}
