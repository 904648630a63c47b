package io.quantumleap.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationRulesTest {

    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    /** What is older was never migrated to under traffic: there was no release before it. */
    private static final int FIRST_UNDER_TRAFFIC = 200;

    @Test
    void holdForEveryMigrationThatMeetsAnOlderRelease() throws IOException {
        for (Path migration : migrations()) {
            int version = Integer.parseInt(migration.getFileName().toString().replaceAll("^V(\\d+)__.*", "$1"));
            if (version >= FIRST_UNDER_TRAFFIC) {
                assertThat(MigrationRules.faults(Files.readString(migration)))
                        .as(migration.toString())
                        .isEmpty();
            }
        }
    }

    /** The rules see what they are for: the migrations before there was a release broke them. */
    @Test
    void seeWhatEarlierMigrationsDid() throws IOException {
        List<String> broken = migrations().stream()
                .filter(migration -> !MigrationRules.faults(read(migration)).isEmpty())
                .map(migration -> migration.getFileName().toString())
                .toList();

        assertThat(broken)
                .contains("V050__more_kinds_of_transaction.sql", "V060__market_data.sql", "V110__audit_partitions.sql")
                .doesNotContain("V020__ledger.sql", "V111__ends_of_sessions.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table portfolio;",
                "ALTER TABLE portfolio RENAME COLUMN name TO title;",
                "alter table portfolio\n    drop column name;",
                "alter table portfolio alter column name type varchar(10);",
                "alter table portfolio alter column name set not null;",
                "alter table portfolio add column colour text not null;",
                "alter table portfolio add constraint named check (name <> '');",
                "create index by_name on portfolio (name);",
                "create unique index by_name on portfolio (name);",
                "create table colour (name text); insert into portfolio (name) select name from colour;",
                "update portfolio set name = upper(name);"
            })
    void refuse(String migration) {
        assertThat(MigrationRules.faults(migration)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table colour (name text primary key); create index by_name on colour (name);",
                "create table colour (name text); alter table colour add constraint named check (name <> '');",
                "create table colour (name text); insert into colour select name from portfolio;",
                "alter table portfolio add column colour text;",
                "alter table portfolio add column colour text not null default 'red';",
                "alter table portfolio add constraint named check (name <> '') not valid;",
                "alter table portfolio validate constraint named;",
                "create index concurrently by_name on portfolio (name);",
                "-- drop table portfolio;\nselect 1;",
                "create function f() returns trigger language plpgsql as $$ begin update portfolio set name = ''; end $$;",
                "-- under traffic: nobody has used it since release 0.3\ndrop table portfolio;"
            })
    void accept(String migration) {
        assertThat(MigrationRules.faults(migration)).isEmpty();
    }

    private static List<Path> migrations() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
