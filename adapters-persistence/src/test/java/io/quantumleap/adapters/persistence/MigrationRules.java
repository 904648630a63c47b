package io.quantumleap.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a migration must not do while the release before it serves: take away or rename what that release uses, refuse what it writes, or
 * keep a table locked for as long as its rows take. Tables that the migration makes itself are nobody else's yet.
 */
final class MigrationRules {

    /** Whoever breaks a rule for a good reason writes it down in the migration, behind this. */
    static final String EXCEPTION = "-- under traffic:";

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern BODY = Pattern.compile("\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern MADE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern ALTERED = Pattern.compile("^alter table (?:if exists )?(?:only )?(\\w+)");
    private static final Pattern INDEXED =
            Pattern.compile("^create (?:unique )?index (?!concurrently).*? on (?:only )?(\\w+)");
    private static final Pattern MOVED = Pattern.compile("^(?:update|delete from|insert into) (\\w+)");

    /** What may stand in a change of a table that others use, and why it must not. */
    private static final Map<Pattern, String> CHANGES = Map.of(
            Pattern.compile("\\brename\\b"), "renames what the release before uses",
            Pattern.compile("\\bdrop column\\b"), "takes away what the release before uses",
            Pattern.compile("\\balter (column )?\\w+ (set data )?type\\b"), "rewrites the table under a lock",
            Pattern.compile("\\bset not null\\b"), "reads the table under a lock",
            Pattern.compile("\\badd column (?:(?!,).)*\\bnot null\\b(?!.*\\bdefault\\b)"),
                    "asks the release before for a column that it does not know",
            Pattern.compile("\\badd constraint (?:(?!, add).)*\\b(check|foreign key)\\b(?!.*\\bnot valid\\b)"),
                    "reads the table under a lock; add it as NOT VALID and validate it afterwards");

    private MigrationRules() {}

    /** What of a migration breaks a rule, in words; nothing of one that states an exception. */
    static List<String> faults(String migration) {
        if (migration.contains(EXCEPTION)) {
            return List.of();
        }
        String plain = BODY.matcher(COMMENT.matcher(migration).replaceAll(" "))
                .replaceAll("''")
                .toLowerCase(Locale.ROOT);
        List<String> statements = Pattern.compile(";")
                .splitAsStream(plain)
                .map(statement -> statement.replaceAll("\\s+", " ").strip())
                .toList();
        Set<String> own = statements.stream()
                .map(MADE::matcher)
                .filter(Matcher::find)
                .map(made -> made.group(1))
                .collect(Collectors.toSet());
        List<String> faults = new ArrayList<>();
        statements.forEach(statement -> look(statement, own, faults));
        return faults;
    }

    private static void look(String statement, Set<String> own, List<String> faults) {
        if (statement.startsWith("drop table")) {
            faults.add(statement + ": takes away what the release before uses");
        }
        if (namesAnothers(ALTERED, statement, own)) {
            CHANGES.forEach((pattern, why) -> {
                if (pattern.matcher(statement).find()) {
                    faults.add(statement + ": " + why);
                }
            });
        }
        if (namesAnothers(INDEXED, statement, own)) {
            faults.add(statement + ": keeps writers waiting; create it CONCURRENTLY in a migration of its own");
        }
        if (namesAnothers(MOVED, statement, own)) {
            faults.add(statement + ": moves rows in the transaction that changes the schema");
        }
    }

    private static boolean namesAnothers(Pattern pattern, String statement, Set<String> own) {
        Matcher found = pattern.matcher(statement);
        return found.find() && !own.contains(found.group(1));
    }
}
