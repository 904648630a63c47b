package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.StatusProblems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the request with 413 as soon as more than the allowed bytes have come, which is how a chunked body shows its length, and with
 * 400 when the body breaks off or its chunks are none.
 */
final class BoundedInputStream extends FilterInputStream {

    private static final System.Logger LOG = System.getLogger(BoundedInputStream.class.getName());

    private final Runnable overrun;
    private long left;

    /** @param overrun told once the limit is passed, before the exception */
    BoundedInputStream(InputStream body, long limit, Runnable overrun) {
        super(body);
        this.left = limit;
        this.overrun = overrun;
    }

    @Override
    public int read() {
        int one = readable(super::read);
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int got = readable(() -> super.read(target, offset, length));
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long wanted) {
        long skipped = readable(() -> super.skip(wanted));
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    private static <T> T readable(Step<T> step) {
        try {
            return step.run();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.INFO, "A body could not be read: {0}", unreadable.getMessage());
            throw StatusProblems.of(400).withHeader("Connection", "close").asException();
        }
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) {
            overrun.run();
            throw StatusProblems.of(413).asException();
        }
    }
}
