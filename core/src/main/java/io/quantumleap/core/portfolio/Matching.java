package io.quantumleap.core.portfolio;

import io.quantumleap.core.portfolio.port.Transactions;
import io.quantumleap.core.shared.RowError;
import io.quantumleap.core.shared.RowErrors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the new rows of a file from those that are in the ledger already.
 *
 * <p>A row with an external id is known if the portfolio has that id. A row without one is known if the portfolio has as
 * many transactions of its content as the file has had rows of it so far: two equal rows of one file are two
 * transactions, and the same file twice changes nothing.
 */
final class Matching {

    private final Map<ExternalId, Transaction> recordedIds;
    private final Map<ContentKey, Integer> recordedContents;
    private final Map<ExternalId, Candidate> idsInFile = new HashMap<>();
    private final Map<ContentKey, Integer> contentsInFile = new HashMap<>();
    private final List<NewEntry> newEntries = new ArrayList<>();
    private final RowErrors.Collector errors;

    /** A row that is not in the ledger yet, with the occurrence it will have. */
    record NewEntry(Candidate candidate, int occurrence) {}

    private Matching(
            Map<ExternalId, Transaction> recordedIds,
            Map<ContentKey, Integer> recordedContents,
            RowErrors.Collector errors) {
        this.recordedIds = recordedIds;
        this.recordedContents = recordedContents;
        this.errors = errors;
    }

    /** The rows that are new, in their order. */
    static List<NewEntry> newEntries(
            PortfolioId portfolio, List<Candidate> candidates, Transactions transactions, RowErrors.Collector errors) {
        Matching matching = new Matching(
                transactions.withExternalIds(
                        portfolio,
                        entries(candidates)
                                .flatMap(entry -> entry.externalId().stream())
                                .collect(Collectors.toSet())),
                transactions.occurrences(
                        portfolio,
                        entries(candidates)
                                .filter(entry -> entry.externalId().isEmpty())
                                .map(ContentKey::of)
                                .collect(Collectors.toSet())),
                errors);
        candidates.forEach(matching::match);
        return matching.newEntries;
    }

    private static Stream<Entry> entries(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::entry);
    }

    private void match(Candidate candidate) {
        candidate.entry().externalId().ifPresentOrElse(id -> matchId(id, candidate), () -> matchContent(candidate));
    }

    private void matchId(ExternalId id, Candidate candidate) {
        Candidate earlier = idsInFile.putIfAbsent(id, candidate);
        Transaction recorded = recordedIds.get(id);
        if (recorded != null) {
            refuseUnlessEqual(candidate, recorded.entry(), "was recorded on another occasion");
        } else if (earlier != null) {
            refuseUnlessEqual(candidate, earlier.entry(), "stands on line " + earlier.line());
        } else {
            newEntries.add(new NewEntry(candidate, 1));
        }
    }

    private void refuseUnlessEqual(Candidate candidate, Entry other, String where) {
        if (!ContentKey.of(candidate.entry()).equals(ContentKey.of(other))) {
            errors.add(new RowError(
                    candidate.line(),
                    "external_id",
                    "taken",
                    "A transaction with this external_id and other content " + where + "."));
        }
    }

    private void matchContent(Candidate candidate) {
        ContentKey content = ContentKey.of(candidate.entry());
        int occurrence = contentsInFile.merge(content, 1, Integer::sum);
        if (occurrence > recordedContents.getOrDefault(content, 0)) {
            newEntries.add(new NewEntry(candidate, occurrence));
        }
    }
}
