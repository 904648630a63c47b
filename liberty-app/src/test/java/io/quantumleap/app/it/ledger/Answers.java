package io.quantumleap.app.it.ledger;

import io.quantumleap.app.it.ApiClient.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What the servers answered to the writers, to be compared with the ledger afterwards. Safe for use by many threads. */
final class Answers {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    /** A rule of the ledger that a transaction or a file breaks: the problem names it for each field or line. */
    private static final int INVALID = 400;

    private static final Pattern RULE = Pattern.compile("\"code\":\"(not-held|breaks-later-sale|taken|overdrawn)\"");

    /** The ids of the transactions that were answered as recorded. */
    final Set<String> recorded = ConcurrentHashMap.newKeySet();

    /** The ids of those that were answered as being there already. */
    final Set<String> known = ConcurrentHashMap.newKeySet();

    /** The external ids, one writer's own each, of what was refused. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** The external ids in the files that were answered as done. */
    final Set<String> imported = ConcurrentHashMap.newKeySet();

    /** How many rows the answers say were imported. */
    final AtomicInteger rows = new AtomicInteger();

    /** How many answers were to bring the portfolio to its next version. */
    final AtomicInteger changes = new AtomicInteger();

    /** How many answers refused something by a rule. */
    final AtomicInteger refusals = new AtomicInteger();

    /** Whatever the contract does not name, with its body. */
    final Queue<String> unexpected = new ConcurrentLinkedQueue<>();

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong doubled = new AtomicLong();

    /** A transaction, with the external id that nobody else uses for another, or an empty text. */
    void transaction(Answer answer, String ownId) {
        if (answer.status() == CREATED) {
            doubled.addAndGet(recorded.add(answer.json().getString("id")) ? 0 : 1);
            changes.incrementAndGet();
        } else if (answer.status() == OK) {
            known.add(answer.json().getString("id"));
        } else if (isRefusal(answer) && !ownId.isEmpty()) {
            refused.add(ownId);
        }
    }

    /** A file with these external ids. */
    void file(Answer answer, List<String> ids) {
        if (answer.status() == OK) {
            int fresh = answer.json().getInt("imported");
            imported.addAll(ids);
            rows.addAndGet(fresh);
            changes.addAndGet(fresh > 0 ? 1 : 0);
            if (fresh + answer.json().getInt("duplicates") != ids.size()) {
                unexpected.add("rows that are neither new nor known: " + answer.body());
            }
        }
    }

    /** Any answer, and how long it took. */
    void note(Answer answer, long took) {
        nanos.add(took);
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        if (isRefusal(answer)) {
            refusals.incrementAndGet();
        } else if (answer.status() != OK && answer.status() != CREATED) {
            unexpected.add(answer.status() + " " + answer.body());
        }
    }

    /** How often one transaction was answered as recorded a second time. */
    long doubled() {
        return doubled.get();
    }

    /** The figures of a run. */
    String summary() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length + " answers " + new TreeMap<>(statuses) + ", p50 " + millis(sorted, 50) + " ms, p95 "
                + millis(sorted, 95) + " ms, max " + millis(sorted, 100) + " ms";
    }

    private static boolean isRefusal(Answer answer) {
        return answer.status() == CONFLICT
                || (answer.status() == INVALID && RULE.matcher(answer.body()).find());
    }

    private static long millis(long[] sorted, int percent) {
        return Arrays.stream(sorted)
                        .skip((long) Math.max(0, sorted.length - 1) * percent / 100)
                        .findFirst()
                        .orElse(0)
                / 1_000_000;
    }
}
