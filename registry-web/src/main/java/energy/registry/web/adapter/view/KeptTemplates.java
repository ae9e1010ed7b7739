package energy.registry.web.adapter.view;

import org.thymeleaf.cache.StandardCacheManager;

/**
 * What the engine keeps of the templates once it has read them. Its own sizes, 200 pieces and 500 expressions, are less than the pages
 * have: whatever was not shown a moment ago was read and parsed anew. The templates of a running server do not change, so that all of them
 * fit for good, and memory that runs short is no reason to forget them.
 */
public final class KeptTemplates {
    /** Whole templates and the pieces that others take out of them: 80 files, a dozen pieces each. */
    private static final int PIECES_MAX = 2_000;

    /** Some 3,000 are written in the templates, each kept as text and as what it is made of. */
    private static final int EXPRESSIONS_MAX = 20_000;

    private KeptTemplates() {}

    public static StandardCacheManager all() {
        StandardCacheManager caches = new StandardCacheManager();
        caches.setTemplateCacheMaxSize(PIECES_MAX);
        caches.setTemplateCacheUseSoftReferences(false);
        caches.setExpressionCacheMaxSize(EXPRESSIONS_MAX);
        caches.setExpressionCacheUseSoftReferences(false);
        return caches;
    }
}
