package io.quantumleap.adapters.persistence.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Unpacks the plain tar archives that PostgreSQL's binaries come in: directories, files and symbolic links with names of
 * up to 100 bytes. Anything else is refused rather than half understood.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html">POSIX ustar interchange format</a>
 */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int NAME = 0;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int TYPE = 156;
    private static final int LINK = 157;
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final InputStream input;
    private final Path target;

    private TarReader(InputStream input, Path target) {
        this.input = input;
        this.target = target;
    }

    /** Unpacks every entry of the archive below an existing directory. */
    static void unpack(InputStream archive, Path target) throws IOException {
        new TarReader(archive, target).unpackAll();
    }

    private void unpackAll() throws IOException {
        for (byte[] header = block(); header[NAME] != 0; header = block()) {
            unpack(header);
        }
    }

    private void unpack(byte[] header) throws IOException {
        String name = text(header, NAME, 100);
        Path path = inside(target.resolve(name), name);
        switch (header[TYPE]) {
            case '5' -> Files.createDirectories(path);
            case '2' -> link(path, text(header, LINK, 100), name);
            case '0', 0 -> file(path, octal(header, SIZE, 12), octal(header, MODE, 8));
            default -> throw new IOException("Entry " + name + " of the archive has the unknown type " + header[TYPE]);
        }
    }

    private void link(Path path, String destination, String name) throws IOException {
        inside(path.resolveSibling(destination), name);
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(destination));
    }

    private void file(Path path, long size, long mode) throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, bytes(size));
        bytes((BLOCK - size % BLOCK) % BLOCK);
        if ((mode & OWNER_MAY_EXECUTE) != 0 && !path.toFile().setExecutable(true)) {
            throw new IOException("Could not make " + path + " executable");
        }
    }

    private Path inside(Path path, String name) throws IOException {
        if (!path.normalize().startsWith(target)) {
            throw new IOException("Entry " + name + " of the archive leads outside");
        }
        return path.normalize();
    }

    private byte[] block() throws IOException {
        return bytes(BLOCK);
    }

    private byte[] bytes(long count) throws IOException {
        byte[] read = input.readNBytes(Math.toIntExact(count));
        if (read.length < count) {
            throw new EOFException("The archive ends early");
        }
        return read;
    }

    private static String text(byte[] header, int offset, int length) {
        int end = offset;
        while (end < offset + length && header[end] != 0) {
            end++;
        }
        return new String(header, offset, end - offset, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length) {
        return Long.parseLong(text(header, offset, length).trim(), 8);
    }
}
