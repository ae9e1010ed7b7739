package energy.registry.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** What the container is told about sessions and doors. */
final class WebXmlTest {
    /** Longest time a session stays open without a request: a lunch break. */
    private static final int SESSION_MINUTES_MAX = 30;

    private static Document webXml;

    @BeforeAll
    static void read() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        webXml = factory.newDocumentBuilder()
                .parse(Path.of("src/main/webapp/WEB-INF/web.xml").toFile());
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndScriptsNeverSeeIt() {
        assertThat(texts("session-timeout")).singleElement().satisfies(minutes -> assertThat(Integer.parseInt(minutes))
                .isBetween(1, SESSION_MINUTES_MAX));
        assertThat(texts("http-only")).containsExactly("true");
        assertThat(texts("tracking-mode")).as("never in an address").containsExactly("COOKIE");
    }

    @Test
    void everySignedInPageIsBehindTheLogin() {
        assertThat(texts("url-pattern")).contains("/app/*", "/login");
        assertThat(texts("auth-method")).containsExactly("OIDC");
    }

    @Test
    void theLimitOfRequestsComesBeforeEveryFilter() {
        assertThat(texts("filter-class")).containsExactly("energy.registry.web.adapter.limit.RateLimitFilter");
        NodeList mappings = webXml.getElementsByTagName("filter-mapping");
        assertThat(mappings.getLength()).isEqualTo(1);
        assertThat(mappings.item(0).getTextContent()).contains("/*");
    }

    private static List<String> texts(String element) {
        NodeList nodes = webXml.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            texts.add(nodes.item(index).getTextContent().strip());
        }
        return texts;
    }
}
