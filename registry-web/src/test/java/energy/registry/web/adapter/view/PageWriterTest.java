package energy.registry.web.adapter.view;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageWriterTest {
    private final List<Integer> statuses = new ArrayList<>();

    @Test
    void aTemplateThatFailsBecomesTheErrorPageWithItsStatus() throws IOException {
        String html = written(new FailingTemplates("market"));
        assertThat(html).isEqualTo("page error");
        assertThat(statuses).containsExactly(500);
    }

    @Test
    void whenEvenTheErrorPageFailsNoInnerWordLeaves() throws IOException {
        String html = written(new FailingTemplates("market", "error"));
        assertThat(html).contains("Something broke on our side").doesNotContain("inner word");
        assertThat(statuses).containsExactly(500);
    }

    @Test
    void aTemplateThatWorksLeavesTheStatusAlone() throws IOException {
        assertThat(written(new FailingTemplates())).isEqualTo("page market");
        assertThat(statuses).isEmpty();
    }

    private String written(Templates templates) throws IOException {
        PageWriter writer = new PageWriter();
        writer.templates = templates;
        writer.request = answering(HttpServletRequest.class);
        writer.response = answering(HttpServletResponse.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeTo(
                Page.of("market"),
                Page.class,
                Page.class,
                new Annotation[0],
                MediaType.TEXT_HTML_TYPE,
                new MultivaluedHashMap<>(),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The servlet's side: keeps the statuses it is given, and has nothing to say otherwise. */
    private <T> T answering(Class<T> side) {
        return side.cast(Proxy.newProxyInstance(side.getClassLoader(), new Class<?>[] {side}, (self, method, given) -> {
            if (method.getName().equals("setStatus")) {
                statuses.add((Integer) given[0]);
            }
            return null;
        }));
    }

    private static final class FailingTemplates extends Templates {
        private final List<String> broken;

        FailingTemplates(String... broken) {
            this.broken = List.of(broken);
        }

        @Override
        void render(
                Page page,
                PageContext surroundings,
                HttpServletRequest request,
                HttpServletResponse response,
                Writer out) {
            if (broken.contains(page.view())) {
                throw new IllegalStateException("an inner word");
            }
            try {
                out.write("page " + page.view());
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }
}
