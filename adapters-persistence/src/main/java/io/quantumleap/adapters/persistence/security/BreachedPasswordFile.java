package io.quantumleap.adapters.persistence.security;

import io.quantumleap.security.account.Password;
import io.quantumleap.security.account.port.BreachedPasswords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Breached passwords in a file that the operator brought: lines of a SHA-1 in hexadecimal digits, sorted, each with a colon and
 * a count after it or without, as Have I Been Pwned publishes them. A look-up is a binary search of some thirty short reads, so
 * that a file of 40 GB costs no memory. The file is to be replaced by another of the same name (moved there), not
 * written over. Safe for use by many threads.
 *
 * @see <a href="https://haveibeenpwned.com/Passwords">Have I Been Pwned: Pwned Passwords</a>
 */
public final class BreachedPasswordFile implements BreachedPasswords {

    private static final int DIGITS = 40;
    private static final int LONGEST_LINE = DIGITS + 24;
    private static final int SAMPLES = 1_000;
    private static final Pattern LINE = Pattern.compile("[0-9A-F]{40}(:[0-9]{1,19})?");

    private final FileChannel file;
    private final long size;

    private BreachedPasswordFile(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /**
     * Opens the file and looks at a thousand lines of it; a file in another order or form would find nothing, and nobody would
     * notice.
     *
     * @throws IllegalArgumentException with the rest of a sentence about the file if it is not of the form
     */
    @SuppressWarnings("MustBeClosedChecker")
    public static BreachedPasswordFile open(String path) {
        try {
            BreachedPasswordFile opened =
                    new BreachedPasswordFile(FileChannel.open(Path.of(path), StandardOpenOption.READ));
            opened.requireSorted();
            return opened;
        } catch (IOException | InvalidPathException unreadable) {
            throw new IllegalArgumentException("names a file that cannot be read", unreadable);
        }
    }

    @Override
    public boolean contain(Password password) {
        String wanted = sha1(password);
        try {
            return isListed(wanted);
        } catch (IOException failure) {
            throw new UncheckedIOException("The list of breached passwords cannot be read.", failure);
        }
    }

    /** Of the lines that begin at or after {@code from} and before {@code to}, one may be it. */
    private boolean isListed(String wanted) throws IOException {
        long from = 0;
        long to = size;
        while (from < to) {
            long middle = (from + to) >>> 1;
            long begin = lineAtOrAfter(middle);
            int order = begin < to ? hash(begin).compareTo(wanted) : 1;
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                from = begin + 1;
            } else {
                to = middle;
            }
        }
        return false;
    }

    private void requireSorted() throws IOException {
        String last = "";
        for (int i = 0; i < SAMPLES; i++) {
            long begin = lineAtOrAfter((long) ((double) size / SAMPLES * i));
            if (begin >= size) {
                break;
            }
            String line = line(begin);
            if (!LINE.matcher(line).matches()) {
                throw new IllegalArgumentException("names a file whose lines are not SHA-1 digests with counts");
            }
            if (line.substring(0, DIGITS).compareTo(last) < 0) {
                throw new IllegalArgumentException("names a file that is not sorted by digest");
            }
            last = line.substring(0, DIGITS);
        }
        if (last.isEmpty()) {
            throw new IllegalArgumentException("names an empty file");
        }
    }

    /** Where the first line begins that does not begin before this place. */
    private long lineAtOrAfter(long place) throws IOException {
        if (place == 0) {
            return 0;
        }
        ByteBuffer text = read(place - 1);
        for (int i = 0; i < text.limit(); i++) {
            if (text.get(i) == '\n') {
                return place + i;
            }
        }
        return size;
    }

    private String hash(long begin) throws IOException {
        String line = line(begin);
        return line.substring(0, Math.min(DIGITS, line.length()));
    }

    private String line(long begin) throws IOException {
        String text = StandardCharsets.US_ASCII.decode(read(begin)).toString();
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip().toUpperCase(Locale.ROOT);
    }

    private ByteBuffer read(long place) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_LINE);
        while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) >= 0) {
            // A read may give less than asked for.
        }
        return bytes.flip();
    }

    private static String sha1(Password password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(password.secret().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
