package energy.registry.web.adapter.page;

import static org.assertj.core.api.Assertions.assertThat;

import energy.registry.web.adapter.view.KeptTemplates;
import org.junit.jupiter.api.Test;
import org.thymeleaf.cache.StandardCache;
import org.thymeleaf.cache.StandardCacheManager;

/** Nothing of a template is read or parsed a second time. */
class KeptTemplatesTest {
    private final StandardCacheManager kept = KeptTemplates.all();

    @Test
    void everyPageOnceShownIsKeptWhole() {
        kept.setTemplateCacheEnableCounters(true);
        kept.setExpressionCacheEnableCounters(true);
        PageRendering pages = new PageRendering(kept);
        SamplePages.all().forEach(pages::render);
        StandardCache<?, ?> pieces = (StandardCache<?, ?>) kept.getTemplateCache();
        StandardCache<?, ?> expressions = (StandardCache<?, ?>) kept.getExpressionCache();
        long readOnce = pieces.getMissCount();
        long parsedOnce = expressions.getMissCount();

        SamplePages.all().forEach(pages::render);

        assertThat(pieces.getMissCount()).as("pieces of templates read").isEqualTo(readOnce);
        assertThat(expressions.getMissCount()).as("expressions parsed").isEqualTo(parsedOnce);
        assertThat(pieces.size()).as("room for more pages").isLessThan(pieces.getMaxSize() / 2);
        assertThat(expressions.size()).as("room for more expressions").isLessThan(expressions.getMaxSize() / 2);
    }
}
