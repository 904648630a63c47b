package io.quantumleap.adapters.rest.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * An upload that is on disk before anything is done with it, so that a slow sender holds no lock and a big file no memory.
 * The file is readable by this server alone and gone when it is closed.
 */
public final class SpooledUpload implements AutoCloseable {

    private final Path file;

    private SpooledUpload(Path file) {
        this.file = file;
    }

    /** Takes the whole body in. */
    public static SpooledUpload of(InputStream body) {
        try {
            SpooledUpload upload = new SpooledUpload(Files.createTempFile("quantumleap-upload", ".csv"));
            upload.fill(body);
            return upload;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void fill(InputStream body) throws IOException {
        try {
            Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException failure) {
            close();
            throw failure;
        }
    }

    /** The bytes from the beginning. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
