package energy.registry.web.adapter.page.display;

/**
 * Something on a page that is put into words, dates and numbers only when it is known who reads it, and in which
 * language.
 */
@FunctionalInterface
public interface Worded<T> {
    T in(Display say);

    /** A value of a page's model as the reader gets it: put into words if it waits for that, itself otherwise. */
    static Object said(Object value, Display say) {
        return value instanceof Worded<?> worded ? worded.in(say) : value;
    }
}
