package energy.registry.web.adapter.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address with its query, put together with every value escaped; empty values are left out. */
record Address(String text) {
    Address with(String name, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        String joint = text.indexOf('?') < 0 ? "?" : "&";
        return new Address(text + joint + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return text;
    }
}
