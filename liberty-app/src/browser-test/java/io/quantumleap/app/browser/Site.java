package io.quantumleap.app.browser;

/** The server under test. */
final class Site {
    private Site() {}

    static String url() {
        return System.getProperty("site.url");
    }

    static Credentials administrator() {
        return new Credentials("admin", "right");
    }
}
