package io.quantumleap.adapters.rest.portfolio;

import io.quantumleap.adapters.rest.csv.SpooledUpload;
import io.quantumleap.adapters.rest.json.JsonbProvider;
import io.quantumleap.adapters.rest.problem.Problem;
import io.quantumleap.adapters.rest.problem.ProblemException;
import io.quantumleap.adapters.rest.problem.ProblemJson;
import io.quantumleap.adapters.rest.problem.ProblemType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/**
 * Answers an import by server-sent events while it works: {@code progress} with the rows read so far, then {@code done} with
 * the outcome or {@code error} with a problem. A reader who leaves before all rows were read has nothing imported.
 */
public final class ImportStream implements StreamingOutput {

    private static final System.Logger LOG = System.getLogger(ImportStream.class.getName());

    private final SpooledUpload upload;
    private final Work work;
    private final String requestId;

    /**
     * Streams what becomes of an upload.
     *
     * @param upload closed at the end
     */
    public ImportStream(SpooledUpload upload, Work work, String requestId) {
        this.upload = upload;
        this.work = work;
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
        } catch (RuntimeException unforeseen) {
            LOG.log(System.Logger.Level.ERROR, "An import failed for a reason that nobody foresaw", unforeseen);
            send(
                    out,
                    "error",
                    ProblemJson.write(
                            Problem.of(
                                    ProblemType.INTERNAL,
                                    "The file was not imported. The request id finds the log line; it is safe to send it"
                                            + " again."),
                            requestId));
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
