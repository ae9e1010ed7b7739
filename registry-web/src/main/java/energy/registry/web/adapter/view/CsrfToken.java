package energy.registry.web.adapter.view;

import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** The synchronizer token of a session: a form that does not carry it was not shown by us. */
public final class CsrfToken {
    /** Name of the form field. */
    public static final String FIELD = "_csrf";
    /** Name of the header, for scripts. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String ATTRIBUTE = CsrfToken.class.getName();
    private static final int BYTES = 32; // 256 bits: not guessable
    private static final SecureRandom RANDOM = new SecureRandom();

    private CsrfToken() {}

    public static String of(HttpSession session) {
        synchronized (ATTRIBUTE) {
            String token = (String) session.getAttribute(ATTRIBUTE);
            if (token == null) {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                session.setAttribute(ATTRIBUTE, token);
            }
            return token;
        }
    }

    static boolean matches(HttpSession session, String candidate) {
        Object token = session == null ? null : session.getAttribute(ATTRIBUTE);
        return token instanceof String expected
                && candidate != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), candidate.getBytes(StandardCharsets.UTF_8));
    }
}
