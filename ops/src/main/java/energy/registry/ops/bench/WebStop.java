package energy.registry.ops.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * One page: its name in the figures, and an address of it.
 *
 * @param next whether the list is followed to its second page
 */
record WebStop(String name, Address address, boolean next) {
    /** An address, which may be another one each time. */
    interface Address {
        String pick(Random random);
    }

    static WebStop page(String address) {
        return new WebStop(address, random -> address, false);
    }

    static WebStop list(String address) {
        return new WebStop(address, random -> address, true);
    }

    static WebStop any(String name, String before, List<String> ids) {
        return any(name, before, ids, "");
    }

    /** One of many: the address is put together from what stands before and after the id. */
    static WebStop any(String name, String before, List<String> ids, String after) {
        return anyOf(name, ids.stream().map(id -> before + segment(id) + after).toList());
    }

    /** One of many addresses. */
    static WebStop anyOf(String name, List<String> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalStateException("the read model has nothing for " + name);
        }
        return new WebStop(name, random -> addresses.get(random.nextInt(addresses.size())), false);
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
