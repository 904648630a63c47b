package io.quantumleap.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttackShapeTest {

    @ParameterizedTest
    @CsvSource({
        "/app/..%2fWEB-INF/web.xml, TRAVERSAL",
        "/api/%2e%2e/users, TRAVERSAL",
        "/api/portfolio?q=%3Cscript%3Ealert(1)%3C/script%3E, SCRIPT",
        "/api/portfolio?limit=1%27%20OR%201=1, SQL",
        "/api/portfolio?q=1+UNION+SELECT+password, SQL",
        "/api/portfolio?q=$%7Bjndi:ldap://x%7D, EXPRESSION",
        "/api/portfolio?q=%24%7B7*7%7D, EXPRESSION",
        "/api/users%00, CONTROL",
        "/api/portfolio?q=a%0d%0aSet-Cookie:x, CONTROL"
    })
    void knowsTheShapesOfAttacks(String address, AttackShape shape) {
        assertThat(AttackShape.of(address)).contains(shape);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/api/portfolio?limit=50&cursor=MjAyNi0wMS0wMQ", "/webjars/uplot/1.6.30/dist/uPlot.esm.js",
                "/api/market/prices/BRK.B?from=2020-01-01", "/api/ops/audit?since=2026-01-31T09:30:00Z",
                        "/api/market/prices/OR",
                "/api/market/prices/UNION"
            })
    void takesOrdinaryAddressesForWhatTheyAre(String address) {
        assertThat(AttackShape.of(address)).isEmpty();
    }
}
