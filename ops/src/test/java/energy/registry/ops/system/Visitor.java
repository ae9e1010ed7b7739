package energy.registry.ops.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at a browser of their own. Each page they look at is kept as a picture. */
final class Visitor implements AutoCloseable {
    /** A page on a busy machine; people would have given up before. */
    private static final double PATIENCE_MILLIS = 30_000;

    private static final int DESK_WIDTH = 1_280;
    private static final int HEIGHT = 900;

    /** More presses of the key than a page has controls mean that the one sought cannot be reached. */
    private static final int TABS_MAX = 300;

    private final BrowserContext context;
    private final Page page;
    private final Path pictures;
    private final String name;
    private final List<String> foreignRequests = new ArrayList<>();
    private final List<String> screens = new ArrayList<>();
    private int looked;

    Visitor(Browser browser, Path pictures, String name) {
        this(browser, pictures, name, DESK_WIDTH);
    }

    Visitor(Browser browser, Path pictures, String name, int width) {
        this.context = browser.newContext(
                new Browser.NewContextOptions().setAcceptDownloads(true).setViewportSize(width, HEIGHT));
        this.page = context.newPage();
        this.pictures = pictures;
        this.name = name;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onFrameNavigated(frame -> {
            if (frame == page.mainFrame()) {
                screens.add(URI.create(frame.url()).getPath());
            }
        });
        page.onRequest(request -> {
            String host = URI.create(request.url()).getHost();
            if (host != null && !host.equals("localhost") && !host.equals("127.0.0.1")) {
                foreignRequests.add(request.url());
            }
        });
    }

    /** The words of what has the focus. */
    String focused() {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    /** Moves the focus on with the tabulator until it is on this control. */
    void tabTo(String testId) {
        for (int presses = 0; presses < TABS_MAX; presses++) {
            page.keyboard().press("Tab");
            if (testId.equals(page.evaluate("document.activeElement.dataset.testid"))) {
                return;
            }
        }
        throw new AssertionError(testId + " cannot be reached with the tabulator");
    }

    /** Whether people would have to scroll sideways. */
    boolean overflows() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** How much of the page has moved since it was first painted (cumulative layout shift). */
    double moved() {
        Object sum = page.evaluate(
                """
                () => new Promise((done) => {
                  let sum = 0;
                  const observer = new PerformanceObserver((list) => {
                    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
                  });
                  observer.observe({ type: "layout-shift", buffered: true });
                  setTimeout(() => done(sum), 150);
                })""");
        return ((Number) sum).doubleValue();
    }

    void resize(int width) {
        page.setViewportSize(width, HEIGHT);
    }

    /** As the visitor's machine would ask for it. */
    void night(boolean dark) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
    }

    void picture(String file) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(file + ".png"))
                .setFullPage(true));
    }

    /** Screens shown since the last one at this path, which is not counted. */
    int screensSince(String path) {
        int at = screens.size();
        while (at > 0 && !screens.get(at - 1).endsWith(path)) {
            at--;
        }
        return screens.size() - at;
    }

    void open(URI address) {
        page.navigate(address.toString());
        look();
    }

    void signIn(URI home, String password) {
        open(home);
        page.getByTestId("sign-in").first().click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        look();
        page.locator("#kc-login").click();
        page.getByTestId("sign-out").first().waitFor();
        look();
    }

    Page page() {
        return page;
    }

    Locator find(String testId) {
        return page.getByTestId(testId);
    }

    /** The row of one certificate in a list. */
    Locator row(String testId, String certificateId) {
        return page.locator("[data-testid='" + testId + "'][data-certificate='" + certificateId + "']");
    }

    /** Rows of a certificate in this state. */
    Locator inState(String status) {
        return page.locator("[data-status='" + status + "']");
    }

    void click(String testId) {
        find(testId).first().click();
        look();
    }

    void fill(String testId, String value) {
        find(testId).first().fill(value);
    }

    /** Opens a page again and again until something is on it. */
    boolean sees(URI address, Locator what, java.time.Duration limit) {
        return RunningSystem.eventually(
                limit,
                () -> {
                    page.navigate(address.toString());
                    return what.count() > 0;
                },
                found -> found);
    }

    /** What the visitor's own browser says of the statement on the page, once it has looked at every link. */
    String verdict() {
        Locator outcome = find("verify-outcome").first();
        page.locator("[data-testid='verify-outcome']:not([data-outcome='checking'])")
                .waitFor();
        look();
        return outcome.getAttribute("data-outcome");
    }

    Path download(String testId) {
        Download download = page.waitForDownload(() -> find(testId).first().click());
        Path file = pictures.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    String address() {
        return page.url();
    }

    String text() {
        return page.locator("body").innerText();
    }

    /** Whatever the pages asked of a machine that is not this one. */
    List<String> foreignRequests() {
        return foreignRequests;
    }

    void look() {
        looked++;
        picture(String.format("%s-%02d", name, looked));
    }

    @Override
    public void close() {
        context.close();
    }
}
