package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.json.JsonbProvider;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemJson;
import io.quantumleap.adapters.rest.problem.ThrownProblems;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Answers an import by server-sent events while it works: {@code progress} with the rows read so far, then {@code done} with
 * the outcome or {@code error} with the problem that would have been the answer. A reader who leaves before all rows were read has nothing imported.
 */
public final class ImportStream implements StreamingOutput {

    private final SpooledUpload upload;
    private final Work work;
    private final ThrownProblems thrown;
    private final String requestId;

    /**
     * Streams what becomes of an upload.
     *
     * @param upload closed at the end
     * @param thrown tells the problem when the work fails
     */
    public ImportStream(SpooledUpload upload, Work work, ThrownProblems thrown, String requestId) {
        this.upload = upload;
        this.work = work;
        this.thrown = thrown;
        this.requestId = requestId;
    }

    /** An import that tells how far it is. */
    @FunctionalInterface
    public interface Work {

        /** Runs it; returns the outcome as JSON-B writes it. */
        Object run(InputStream file, IntConsumer rowsRead);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (upload;
                InputStream file = upload.open()) {
            send(out, "done", JsonbProvider.jsonb().toJson(work.run(file, read -> progress(out, read))));
        } catch (ProblemException refused) {
            send(out, "error", ProblemJson.write(refused.problem(), requestId));
        } catch (UncheckedIOException readerLeft) {
            throw readerLeft.getCause();
        } catch (RuntimeException failure) {
            send(out, "error", ProblemJson.write(thrown.of(failure), requestId));
        }
    }

    private static void progress(OutputStream out, int read) {
        try {
            send(out, "progress", "{\"rows\":" + read + "}");
        } catch (IOException readerLeft) {
            throw new UncheckedIOException(readerLeft);
        }
    }

    private static void send(OutputStream out, String event, String json) throws IOException {
        out.write(("event: " + event + "\ndata: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
