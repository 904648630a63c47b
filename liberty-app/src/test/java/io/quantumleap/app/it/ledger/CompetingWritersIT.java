package io.quantumleap.app.it.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many write to one portfolio at two instances at once: what was answered as done is there once, and nothing else is. */
class CompetingWritersIT {

    private static final int WRITERS = 64;
    private static final int ROUNDS = 8;

    @Test
    void loseNothingDoubleNothingAndMeetNoFaultOfTheDatabase() throws Exception {
        try (TwoServers servers = TwoServers.start()) {
            DeliveryLog log = DeliveryLog.begin(servers.first().databaseSettings());
            SharedPortfolio portfolio = SharedPortfolio.open(servers.clients());

            portfolio.letWrite(WRITERS, round -> round < ROUNDS);

            System.out.println(WRITERS + " writers, " + ROUNDS + " rounds: "
                    + portfolio.answers().summary());
            Agreement.isWhole(portfolio, log);
            assertThat(portfolio.answers().refusals)
                    .as("one of eight can have the name that they want for different things")
                    .hasValueGreaterThanOrEqualTo(ROUNDS * 7);
            assertThat(databaseLog(servers.first().home())).noneMatch(line -> line.contains("deadlock"));
        }
    }

    static List<String> databaseLog(Path home) throws IOException {
        try (Stream<Path> logs =
                Files.list(home.resolve("database").resolve("data").resolve("log"))) {
            return logs.flatMap(CompetingWritersIT::lines).toList();
        }
    }

    private static Stream<String> lines(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
