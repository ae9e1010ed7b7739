package energy.registry.ops.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.registry.ops.device.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The checks that a visitor's browser makes, in a real one: it says of a genuine bundle and of every changed one exactly
 * what the command says.
 */
class BrowserVerificationTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path WEBAPP = Path.of("..", "registry-web", "src", "main", "webapp");

    /** Bytes of each value that are changed, spread over it: every part of a record is hit somewhere. */
    private static final int BYTES_OF_A_VALUE = 9;

    private static final String EACH_FIRST_BROKEN =
            """
            async ([bundles, keys]) => {
              const { verify } = await import("/static/js/verify/verification.js");
              const first = [];
              for (const bundle of bundles) {
                const { checks } = await verify(bundle, JSON.parse(keys));
                first.push(checks.find((check) => !check.ok)?.link ?? "");
              }
              return first;
            }""";

    @TempDir
    Path folder;

    private HttpServer server;
    private Playwright playwright;
    private Page page;
    private ObjectNode genuine;
    private ObjectNode keys;

    @BeforeEach
    void openTheBrowser() throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), "needs Chromium at " + CHROMIUM);
        GenuineBundle bundle = new GenuineBundle(folder);
        genuine = bundle.json();
        keys = bundle.keys();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserVerificationTest::serve);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        page = browser.newPage();
        page.navigate("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void closeTheBrowser() {
        if (server != null) {
            playwright.close();
            server.stop(0);
        }
    }

    /** An empty page, and the scripts as the registry serves them: nothing inline, nothing foreign. */
    private static void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean script = path.startsWith("/static/js/") && !path.contains("..");
        byte[] body = script
                ? Files.readAllBytes(WEBAPP.resolve(path.substring(1)))
                : "<!DOCTYPE html><title>checks</title>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html;charset=UTF-8");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; script-src 'self'");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The first broken link of each bundle as the browser names it; empty for a whole one. */
    private List<String> inTheBrowser(List<String> bundles) {
        Object named = page.evaluate(EACH_FIRST_BROKEN, List.of(bundles, Json.text(keys)));
        return ((List<?>) named).stream().map(String::valueOf).toList();
    }

    private String byTheCommand(String bundle) throws BrokenLink {
        return Verification.of(Json.parse(bundle).orElseThrow(), PublishedKeys.read(keys)).stream()
                .filter(check -> !check.ok())
                .map(check -> check.link().label())
                .findFirst()
                .orElse("");
    }

    @Test
    void knowsTheSameLinksInTheSameOrder() {
        Object names = page.evaluate("async () => (await import('/static/js/verify/verification.js')).LINK_NAMES");
        List<String> links = new ArrayList<>();
        for (Link link : Link.values()) {
            links.add(link.label());
        }
        assertThat((List<?>) names).asList().isEqualTo(links);
    }

    @Test
    void findsEveryLinkOfAGenuineBundleWhole() {
        assertThat(inTheBrowser(List.of(Json.text(genuine)))).containsExactly("");
    }

    @Test
    void namesTheLinkThatASingleChangedByteBreaks() throws BrokenLink {
        List<String> bundles = new ArrayList<>();
        List<String> where = new ArrayList<>();
        for (Place place : Place.of(genuine)) {
            int step = Math.max(1, place.length() / BYTES_OF_A_VALUE);
            for (int position = 0; position < place.length(); position += step) {
                bundles.add(place.changed(genuine, position));
                where.add(place.path() + " byte " + position);
            }
        }
        List<String> named = inTheBrowser(bundles);
        for (int i = 0; i < bundles.size(); i++) {
            assertThat(named.get(i)).as(where.get(i)).isNotEmpty().isEqualTo(byTheCommand(bundles.get(i)));
        }
        System.out.println("browser: " + bundles.size() + " single bytes changed, each named as the command names it");
    }

    @Test
    void refusesAFieldTooManyAndAKeyThatIsNotPublished() throws IOException, BrokenLink {
        String more = Json.text(genuine.deepCopy().put("note", "x"));
        ObjectNode fewer = genuine.deepCopy();
        fewer.remove("retirement");
        String forged = Json.text(new GenuineBundle(Files.createDirectory(folder.resolve("forger"))).json());
        assertThat(inTheBrowser(List.of(more, Json.text(fewer), forged, "no json")))
                .containsExactly(byTheCommand(more), byTheCommand(Json.text(fewer)), "published-keys", "bundle-format");
    }
}
