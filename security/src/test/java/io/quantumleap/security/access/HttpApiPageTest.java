package io.quantumleap.security.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/http-api.md tells people about every route of the API that the server has. */
class HttpApiPageTest {

    private static final Path PAGE = Path.of("../docs/http-api.md");

    @Test
    void namesEveryRouteOfTheApi() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(ServerAccess.rules().all())
                .extracting(AccessRule::route)
                .filteredOn(route -> route.contains("/api/"))
                .isNotEmpty()
                .allMatch(page::contains);
    }
}
