package energy.registry.web.adapter.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import energy.registry.web.model.RetirementRow;
import energy.registry.web.model.ScopeTwoReport;
import energy.registry.web.port.StatementDocument;
import energy.registry.web.words.BundleMessages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the statement's template to PDF with fonts of its own, so that it looks the same everywhere. */
public final class PdfStatement implements StatementDocument {
    private static final String SANS = "Liberation Sans";
    private static final String MONO = "Liberation Mono";

    private final URI publicBase;
    private final TemplateEngine engine = new TemplateEngine();
    private final String css;

    public PdfStatement(URI publicBase) {
        this.publicBase = publicBase;
        XRLog.setLoggingEnabled(false); // it would tell every font it loads
        ClassLoaderTemplateResolver resolver =
                new ClassLoaderTemplateResolver(getClass().getClassLoader());
        resolver.setPrefix("documents/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(resolver);
        engine.setMessageResolver(new BundleMessages());
        css = text("/documents/print.css");
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(PdfStatement.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public byte[] pdf(RetirementRow retirement, String bundle, String language) {
        return printed(html(retirement, bundle, language));
    }

    @Override
    public byte[] report(ScopeTwoReport report) {
        Context context = new Context(Locale.UK);
        context.setVariable("report", report);
        context.setVariable("css", css);
        context.setVariable("base", publicBase.toString());
        context.setVariable("hours", HourlyBars.of(report.wattHoursByHour()));
        context.setVariable("fmt", new PrintedNumbers());
        return printed(engine.process("report", context));
    }

    private static byte[] printed(String html) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfUaAccessibility(true)
                    .useFont(() -> font("LiberationSans-Regular"), SANS, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("LiberationSans-Bold"), SANS, 700, FontStyle.NORMAL, true)
                    .useFont(() -> font("LiberationSans-Italic"), SANS, 400, FontStyle.ITALIC, true)
                    .useFont(() -> font("LiberationMono-Regular"), MONO, 400, FontStyle.NORMAL, true)
                    .withHtmlContent(html, null)
                    .toStream(out)
                    .run();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    String html(RetirementRow retirement, String bundle, String language) {
        String address = publicBase + "/verify/" + retirement.statementNo();
        boolean german = "de".equals(language);
        Context context = new Context(german ? Locale.GERMANY : Locale.UK);
        context.setVariable("lang", german ? "de" : "en-GB");
        context.setVariable("css", css);
        context.setVariable("proof", LedgerProof.of(retirement, bundle).orElse(null));
        context.setVariable("statement", retirement);
        context.setVariable("address", address);
        context.setVariable("qr", QrCode.dataUri(address));
        context.setVariable("hours", HourlyBars.of(retirement));
        context.setVariable("fmt", new PrintedNumbers());
        return engine.process("statement", context);
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(
                PdfStatement.class.getResourceAsStream("/liberation/" + name + ".ttf"), "font " + name);
    }
}
