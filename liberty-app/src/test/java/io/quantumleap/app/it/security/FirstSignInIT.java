package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.ServerProcess;
import io.quantumleap.app.it.ServerProcess.SignIn;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class FirstSignInIT {

    @Test
    void isShownOnceWorksAndIsForgottenWithThePassword() {
        try (ServerProcess server = ServerProcess.setup().start().awaitReady()) {
            SignIn first = server.firstSignIn();
            assertThat(first.username()).isEqualTo("admin");
            assertThat(server.console()).containsOnlyOnce(first.password());
            assertThat(server.log()).noneMatch(line -> line.contains(first.password()));

            ApiClient admin = server.client().signedIn(first);
            assertThat(admin.get("/api/auth/me").json().getJsonArray("roles").toString())
                    .isEqualTo("[\"adviser\",\"admin\"]");
            assertThat(admin.post(
                                    "/api/auth/password",
                                    Json.createObjectBuilder()
                                            .add("current_password", first.password())
                                            .add("new_password", "Lamps by the river 2026")
                                            .build())
                            .status())
                    .isEqualTo(204);
            assertThat(server.home().resolve("first-sign-in")).doesNotExist();
            server.client().signedIn(new SignIn("admin", "Lamps by the river 2026"));
        }
    }
}
