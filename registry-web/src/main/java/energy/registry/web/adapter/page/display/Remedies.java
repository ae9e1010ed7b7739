package energy.registry.web.adapter.page.display;

/**
 * Why an interval was held or refused, said to the generator in plain words, with the next step that puts it right; the
 * words stand in the bundle as {@code advice.<CODE>}.
 */
public final class Remedies {
    /** A reason in words and what to do about it; the language is null but where the reason is not in the page's. */
    public record Advice(String code, String text, String remedy, String language) {}

    /** For a reason that nobody has put into words yet. */
    private static final String ASK = "advice.UNKNOWN";

    private Remedies() {}

    /** The service's own sentence wins over ours, because it can name the figures. */
    public static Advice of(String code, String said, Display say) {
        String key = say.knownWord("advice." + code).isPresent() ? "advice." + code : ASK;
        String remedy = say.word(key + ".remedy");
        return said == null || said.isBlank()
                ? new Advice(code, say.word(key), remedy, null)
                : new Advice(code, say.sentence(said), remedy, say.foreign(said));
    }
}
