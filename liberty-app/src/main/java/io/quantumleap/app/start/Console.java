package io.quantumleap.app.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The terminal itself. The server copies {@code System.out} into its log, and a generated password must not land there.
 */
final class Console {

    private Console() {}

    /** Shows lines to whoever started the program. */
    static void say(String text) {
        print(FileDescriptor.out, text);
    }

    /** Shows lines to whoever started the program, as an error. */
    static void complain(String text) {
        print(FileDescriptor.err, text);
    }

    /** Not closed: the descriptors belong to the process. */
    private static void print(FileDescriptor descriptor, String text) {
        PrintStream stream = new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
        stream.println(text);
    }
}
