package io.quantumleap.app.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.app.it.ApiClient;
import io.quantumleap.app.it.SharedServer;
import io.quantumleap.security.access.Access;
import io.quantumleap.security.access.AccessRule;
import io.quantumleap.security.access.Role;
import io.quantumleap.security.access.ServerAccess;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every route of the running server is declared, closed without a token, and open to its roles alone. */
class AccessIT {

    private static final ApiClient CLIENT = People.signedIn("client");

    private static Stream<AccessRule> api() {
        return ServerAccess.rules().all().stream()
                .filter(rule -> rule.path().text().startsWith("/api/"));
    }

    static Stream<String> closedRoutes() {
        return api().filter(rule -> !rule.isPublic()).map(AccessRule::route);
    }

    /** Every rule for roles that a client does not have: a route that is added to the table is added here. */
    static Stream<String> routesThatAClientMayNotUse() {
        return api().filter(rule -> rule.access() instanceof Access.AnyRole some
                        && !some.roles().contains(Role.CLIENT))
                .map(AccessRule::route);
    }

    private static int send(ApiClient client, String route) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
        return client.with("Content-Type", path.endsWith("/import") ? "text/csv" : "application/json")
                .send(parts[0], path, BodyPublishers.ofString(parts[0].equals("GET") ? "" : "{}"))
                .status();
    }

    @ParameterizedTest
    @MethodSource("closedRoutes")
    void isClosedWithoutAToken(String route) {
        assertThat(send(SharedServer.running().client(), route)).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("routesThatAClientMayNotUse")
    void isClosedToOtherRoles(String route) {
        assertThat(send(CLIENT, route)).isEqualTo(403);
    }

    @Test
    void letsNobodyReachUserAdministrationButAdministrators() {
        for (String role : new String[] {"client", "adviser", "marketing", "operator"}) {
            assertThat(People.signedIn(role).get("/api/users").status())
                    .as(role)
                    .isEqualTo(403);
        }
        assertThat(People.signedIn("admin").get("/api/users").status()).isEqualTo(200);
    }

    @Test
    void declaresExactlyTheRoutesThatTheServerDescribes() {
        Set<String> declared = api().map(AccessRule::route).collect(Collectors.toCollection(TreeSet::new));

        assertThat(described()).isNotEmpty().isEqualTo(declared);
    }

    private static Set<String> described() {
        JsonObject openApi = SharedServer.running()
                .client()
                .with("Accept", "application/json")
                .get("/openapi")
                .json();
        Set<String> routes = new TreeSet<>();
        openApi.getJsonObject("paths").forEach((path, item) -> item.asJsonObject()
                .keySet()
                .forEach(verb -> routes.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
        return routes;
    }

    @Test
    void showsTheRulesToAdministrators() {
        assertThat(SharedServer.administrator()
                        .get("/api/ops/access-matrix")
                        .json()
                        .getJsonArray("items"))
                .hasSize(ServerAccess.rules().all().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/users/",
                "//api/users",
                "/api//users",
                "/api/./users",
                "/api/auth/../users",
                "/api/auth/login/../../users",
                "/api/auth/login;/../../users",
                "/api/users;x=y",
                "/api/users%2f",
                "/api/%75sers",
                "/api/auth/login%2f..%2f..%2fusers",
                "/api/auth/%2e%2e/users",
                "/api/auth/jwks/..;/..;/users",
                "/API/users",
                "/api/users%00",
                "/api/users?x=/api/auth/login",
                "/api/users#/api/auth/login",
                "/error-page",
                "/WEB-INF/web.xml",
                "/webjars/../WEB-INF/web.xml",
                "/app/..%2fWEB-INF/web.xml",
                "/META-INF/MANIFEST.MF"
            })
    void opensNoClosedDoorByAnotherSpelling(String path) {
        RawHttp.Answer answer = new RawHttp(SharedServer.running()).send("GET " + path + " HTTP/1.1");

        assertThat(answer.status()).as(answer.text()).isIn(400, 401, 404);
        assertThat(answer.text()).doesNotContain("\"username\"", "web-app", "Manifest-Version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "JEFF"})
    void takesNoMethodThatItDoesNotKnow(String method) {
        RawHttp.Answer answer = new RawHttp(SharedServer.running()).send(method + " /api/users HTTP/1.1");

        assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(400);
    }
}
