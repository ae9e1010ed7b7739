package energy.registry.ops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GivenSettingsTest {
    private static final Pattern SETTING = Pattern.compile("REGISTRY_[A-Z_]+[A-Z0-9]");
    private static final Set<String> DATABASE = Set.of("REGISTRY_DB_URL", "REGISTRY_DB_USER", "REGISTRY_DB_PASSWORD");

    @Test
    void everySettingThatTheHandbookNamesIsTaken() throws IOException {
        Set<String> known = new TreeSet<>(GivenSettings.names());
        known.addAll(DATABASE);
        String handbook = Files.readString(Path.of("docs/running.md"));
        Set<String> named =
                SETTING.matcher(handbook).results().map(MatchResult::group).collect(Collectors.toSet());
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }

    @Test
    void aProcessGetsItsOwnSettingsAndNoOthers() {
        Map<String, String> environment = Map.of(
                "REGISTRY_SMTP_URL", "smtp://localhost:25",
                "REGISTRY_VISION_CLIP_DAYS", "30",
                "HOME", "/root");
        assertThat(GivenSettings.of("web", environment)).containsOnlyKeys("REGISTRY_SMTP_URL");
        assertThat(GivenSettings.of("vision", environment)).containsOnlyKeys("REGISTRY_VISION_CLIP_DAYS");
        assertThat(GivenSettings.of("twin", environment)).isEmpty();
    }
}
