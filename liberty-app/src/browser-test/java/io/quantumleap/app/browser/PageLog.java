package io.quantumleap.app.browser;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a window complained about. A browser reports every refused request as an error, so a test announces those it provokes. */
final class PageLog {

    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private final List<Pattern> announced = new ArrayList<>();

    PageLog(String origin) {
        this.origin = origin;
    }

    void listenTo(Page page) {
        page.onConsoleMessage(this::console);
        page.onPageError(error -> complaints.add("script error: " + error));
        page.onCrash(crashed -> complaints.add("the page crashed"));
        page.onRequest(this::request);
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    /** Announces that the test provokes answers with this status. */
    void expectStatus(int status) {
        announced.add(Pattern.compile("status of " + status));
    }

    /** Announces that the test breaks the connection. */
    void expectBrokenConnection() {
        announced.add(Pattern.compile("net::ERR_"));
    }

    List<String> unexpected() {
        return complaints.stream()
                .filter(complaint -> announced.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    private void request(Request request) {
        if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
            complaints.add("request to another origin: " + request.url());
        }
    }
}
