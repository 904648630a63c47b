package io.quantumleap.adapters.rest.security;

import io.quantumleap.adapters.rest.problem.StatusProblems;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the request with 413 as soon as more than the allowed bytes have come, which is how a chunked body shows its length. */
final class BoundedInputStream extends FilterInputStream {

    private final Runnable overrun;
    private long left;

    /** @param overrun told once the limit is passed, before the exception */
    BoundedInputStream(InputStream body, long limit, Runnable overrun) {
        super(body);
        this.left = limit;
        this.overrun = overrun;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int got = super.read(target, offset, length);
        count(Math.max(got, 0));
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) {
        left -= bytes;
        if (left < 0) {
            overrun.run();
            throw StatusProblems.of(413).asException();
        }
    }
}
