package energy.registry.web.adapter.persistence;

import java.util.Arrays;
import java.util.List;

/** Short lists of codes kept in one column, separated by commas; codes never hold one. */
final class Words {
    private Words() {}

    static List<String> split(String joined) {
        return joined == null || joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(",")).toList();
    }

    static String join(List<String> words) {
        return String.join(",", words);
    }
}
