package io.quantumleap.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test a fresh browser window. One browser serves the whole run. A test fails when its window logged an error that the
 * test did not announce: a script error, a violated Content-Security-Policy, a request that failed.
 */
final class BrowserExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** What a page shows in the end is tested, not how soon: a busy machine takes many times as long. */
    private static final double PATIENCE_MILLIS = 60_000;

    private static final Path PICTURES = Path.of("target", "browser-failures");

    private Browser browser;
    private BrowserContext window;
    private Page page;
    private PageLog log;

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> executable = InstalledBrowser.find();
        Assumptions.assumeTrue(executable.isPresent(), InstalledBrowser.absence());
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(BrowserExtension.class))
                .getOrComputeIfAbsent(
                        RunningBrowser.class, key -> RunningBrowser.launch(executable.get()), RunningBrowser.class)
                .browser();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        open(1280, 900);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            if (context.getExecutionException().isEmpty()) {
                assertThat(log.unexpected())
                        .as("what the browser complained about")
                        .isEmpty();
            } else {
                picture(context);
            }
        } finally {
            window.close();
        }
    }

    /** Keeps what the window showed when the test failed. */
    private void picture(ExtensionContext context) {
        String name = context.getRequiredTestClass().getSimpleName() + "-"
                + context.getRequiredTestMethod().getName();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        log.unexpected().forEach(complaint -> context.publishReportEntry("console", complaint));
    }

    Page page() {
        return page;
    }

    BrowserContext window() {
        return window;
    }

    PageLog log() {
        return log;
    }

    /** A window of another size in the place of the test's first one. */
    Page open(int width, int height) {
        return open(width, height, ColorScheme.LIGHT);
    }

    Page open(int width, int height, ColorScheme scheme) {
        if (window != null) {
            window.close();
        }
        window = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US")
                .setTimezoneId("UTC")
                .setBaseURL(Site.url()));
        log = new PageLog(Site.url());
        page = tab();
        return page;
    }

    /** One more tab of the same window, that is with the same cookies. */
    Page tab() {
        Page tab = window.newPage();
        tab.setDefaultTimeout(PATIENCE_MILLIS);
        log.listenTo(tab);
        return tab;
    }

    /** Playwright and its browser, closed when the run ends. */
    private record RunningBrowser(Playwright playwright, Browser browser) implements AutoCloseable {

        static RunningBrowser launch(Path executable) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            Browser browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable)
                            .setArgs(QUIET));
            return new RunningBrowser(playwright, browser);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
