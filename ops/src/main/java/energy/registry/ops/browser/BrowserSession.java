package energy.registry.ops.browser;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's visit: keeps cookies for each origin, follows the login to the identity provider and back, sends forms. */
public final class BrowserSession {
    /** Slower answers are broken machinery. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A login takes four; more go in circles. */
    private static final int REDIRECTS_MAX = 12;

    private static final Pattern LOGIN_FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final URI site;
    private final HttpClient http;
    private final Map<Integer, Map<String, String>> cookies = new HashMap<>();
    private final List<String> setCookies = new ArrayList<>();
    private String token = "";

    public BrowserSession(URI site) {
        this(site, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** Many visits may share one client; cookies are kept here. */
    public BrowserSession(URI site, HttpClient http) {
        this.site = site;
        this.http = http;
    }

    /** Goes in by the login page; afterwards this person's pages may be opened. */
    public void signIn(String user, String password) throws IOException {
        HttpResponse<String> page =
                followed(send(request(site.resolve("/login")).GET()));
        Matcher form = LOGIN_FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new IOException("no login form at " + page.uri() + " (HTTP " + page.statusCode() + ")");
        }
        URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
        HttpResponse<String> in =
                followed(send(form(action, Map.of("username", user, "password", password, "credentialId", ""))));
        if (in.statusCode() != 200 || in.uri().getPort() != site.getPort()) {
            throw new IOException(user + " was not let in: HTTP " + in.statusCode() + " at "
                    + in.uri().getPath());
        }
    }

    /** Opens a page; redirects are answered, not followed. */
    public HttpResponse<String> get(String path) throws IOException {
        return send(request(site.resolve(path)).GET());
    }

    /** Sends a form as it is: the session's token is not added. */
    public HttpResponse<String> post(String path, Map<String, String> fields) throws IOException {
        return send(form(site.resolve(path), fields));
    }

    /** The token of the forms on the page that was opened last and had one. */
    public String csrf() {
        return token;
    }

    /** Cookies that the site itself has set, word for word. */
    public List<String> setCookies() {
        return List.copyOf(setCookies);
    }

    private HttpResponse<String> followed(HttpResponse<String> first) throws IOException {
        HttpResponse<String> answer = first;
        for (int redirects = 0; answer.statusCode() / 100 == 3; redirects++) {
            if (redirects == REDIRECTS_MAX) {
                throw new IOException("sent in circles at " + answer.uri());
            }
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElse("/"));
            answer = send(request(next).GET());
        }
        return answer;
    }

    private HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = new LinkedHashMap<>(fields)
                .entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "text/html,*/*;q=0.8");
        Map<String, String> known = cookies.getOrDefault(address.getPort(), Map.of());
        if (!known.isEmpty()) {
            request.header(
                    "Cookie",
                    known.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                keep(answer.uri().getPort(), cookie);
            }
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + site);
        }
    }

    /** Browsers send cookies marked Secure to localhost too, so the mark is not looked at. */
    private void keep(int port, String cookie) {
        if (port == site.getPort()) {
            setCookies.add(cookie);
        }
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        Map<String, String> known = cookies.computeIfAbsent(port, any -> new LinkedHashMap<>());
        String value = pair.substring(equals + 1);
        if (value.isEmpty()) {
            known.remove(pair.substring(0, equals));
        } else {
            known.put(pair.substring(0, equals), value);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
