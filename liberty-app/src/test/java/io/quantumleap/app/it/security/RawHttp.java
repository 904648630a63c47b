package io.quantumleap.app.it.security;

import io.quantumleap.app.it.ServerProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends bytes as they are, which no decent HTTP client would. */
final class RawHttp {

    private static final int PATIENCE_MILLISECONDS = 60_000;

    private final int port;
    private final byte[] from;

    RawHttp(ServerProcess server) {
        this(server, 1);
    }

    private RawHttp(ServerProcess server, int host) {
        this.port = server.port();
        this.from = new byte[] {127, 0, 0, (byte) host};
    }

    /** The same from another address of this machine, 127.0.0.{@code host}, which is somebody else for the server. */
    static RawHttp elsewhere(ServerProcess server, int host) {
        return new RawHttp(server, host);
    }

    /** Sends a request without a body. */
    Answer send(String requestLine, String... headers) {
        return exchange(out -> out.write(head(requestLine, List.of(headers))));
    }

    /** Sends JSON. */
    Answer post(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return exchange(out -> {
            out.write(head(
                    "POST " + path + " HTTP/1.1",
                    List.of("Content-Type: application/json", "Content-Length: " + body.length)));
            out.write(body);
        });
    }

    /** Sends what follows the head as it is. */
    Answer sendBody(String requestLine, String body, String... headers) {
        return exchange(out -> {
            out.write(head(requestLine, List.of(headers)));
            out.write(body.getBytes(StandardCharsets.ISO_8859_1));
        });
    }

    /** Sends a body in chunks until all is sent or the server has had enough. */
    Answer sendChunked(String requestLine, long bytes, String... headers) {
        List<String> all = new java.util.ArrayList<>(List.of(headers));
        all.add("Transfer-Encoding: chunked");
        return exchange(out -> {
            out.write(head(requestLine, all));
            byte[] chunk = new byte[8192];
            java.util.Arrays.fill(chunk, (byte) ' ');
            for (long sent = 0; sent < bytes; sent += chunk.length) {
                out.write("2000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Writes something to the connection. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Answer exchange(Writing writing) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, InetAddress.getByAddress(from), 0)) {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
            try {
                writing.to(socket.getOutputStream());
                socket.getOutputStream().flush();
            } catch (IOException serverStoppedListening) {
                // The answer is already on its way.
            }
            return new Answer(readAll(socket.getInputStream()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                bytes.write(buffer, 0, got);
            }
        } catch (IOException reset) {
            // What came before the connection was cut is the answer.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private byte[] head(String requestLine, List<String> headers) {
        StringBuilder head = new StringBuilder(requestLine).append("\r\n");
        head.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What came back, as it came. */
    record Answer(String text) {

        int status() {
            return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        boolean isProblem() {
            return text.contains("Content-Type: application/problem+json");
        }
    }
}
