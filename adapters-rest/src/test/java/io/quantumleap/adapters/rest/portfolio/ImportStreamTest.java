package io.quantumleap.adapters.rest.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.problem.CoreExceptionMapper;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemType;
import io.quantumleap.adapters.rest.problem.ThrownProblems;
import io.quantumleap.adapters.rest.problem.UnexpectedExceptionMapper;
import io.quantumleap.core.shared.CoreException;
import io.quantumleap.core.shared.MissingObjectException;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ImportStreamTest {

    /** Those of this module; the deployment has one more, for its database. */
    private static final ThrownProblems MAPPERS = new ThrownProblems((Providers) Proxy.newProxyInstance(
            ImportStreamTest.class.getClassLoader(),
            new Class<?>[] {Providers.class},
            (proxy, method, arguments) -> CoreException.class.isAssignableFrom((Class<?>) arguments[0])
                    ? new CoreExceptionMapper()
                    : new UnexpectedExceptionMapper()));

    private static String streamed(RuntimeException failure) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpooledUpload upload = SpooledUpload.of(new ByteArrayInputStream(new byte[] {'x'}));
        new ImportStream(
                        upload,
                        (file, rowsRead) -> {
                            rowsRead.accept(7);
                            throw failure;
                        },
                        MAPPERS,
                        "r-1")
                .write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsOfAPortfolioThatWasClosedMeanwhile() throws IOException {
        assertThat(streamed(new MissingObjectException("There is no such portfolio.")))
                .startsWith("event: progress\ndata: {\"rows\":7}\n\nevent: error\ndata: {")
                .contains("\"status\":404", "There is no such portfolio.", "urn:quantumleap:request:r-1");
    }

    @Test
    void tellsOfALostDatabase() throws IOException {
        assertThat(streamed(new IllegalStateException(new SQLException("gone", "57P01"))))
                .contains("event: error", "\"status\":503");
    }

    @Test
    void tellsOfARefusal() throws IOException {
        assertThat(streamed(Problem.of(ProblemType.CONFLICT, "Not now.").asException()))
                .contains("event: error", "\"status\":409", "Not now.");
    }

    @Test
    void keepsTheInsideToItselfWhenNobodyForesawIt() throws IOException {
        assertThat(streamed(new IllegalStateException("secret")))
                .contains("\"status\":500")
                .doesNotContain("secret");
    }
}
