package io.quantumleap.app.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line between a program and a server on this machine that a test can cut and mend. */
final class CuttableLine implements AutoCloseable {

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private CuttableLine(ServerSocket entry, int target) {
        this.entry = entry;
        this.target = target;
    }

    static CuttableLine to(int target) throws IOException {
        CuttableLine line = new CuttableLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        inBackground(line::accept);
        return line;
    }

    int port() {
        return entry.getLocalPort();
    }

    /** Ends every connection and refuses new ones. */
    void cut() {
        cut = true;
        open.forEach(CuttableLine::end);
    }

    /** Lets connections through again. */
    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        entry.close();
        cut();
    }

    private void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket near = entry.accept();
            open.add(near);
            if (cut) {
                end(near);
            } else {
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(far);
                inBackground(() -> pass(near, far));
                inBackground(() -> pass(far, near));
            }
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A connection that breaks here is what the line is for, so the thread just ends. */
    private static void inBackground(Transfer transfer) {
        Thread thread = new Thread(() -> {
            try {
                transfer.run();
            } catch (IOException broken) {
                Thread.currentThread().interrupt();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Transfer {
        void run() throws IOException;
    }
}
