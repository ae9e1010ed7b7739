package energy.registry.ops.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The repository's own rules. Each names the files that break it. */
final class TidyTest {
    private static final int MAIN_LINES_MAX = 400;
    private static final int TEST_LINES_MAX = 600;

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)(#[^)\\s]*)?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*(?:\\$ )?ops/registry ([a-z]+)");
    private static final Pattern HOST = Pattern.compile("https?://([A-Za-z0-9.-]+)");

    /** Package registries by the shape of their names; written so that no name stands here. */
    private static final Pattern REGISTRY_HOST = Pattern.compile(
            "\\b(repo1?\\.maven|central\\.sonatype|deb\\.debian|security\\.debian|archive\\.ubuntu|registry\\.npmjs)\\.");

    private static Repository repository;

    @BeforeAll
    static void readTheRepository() throws IOException {
        repository = Repository.here();
    }

    @Test
    void theTopLevelHasItsEightEntries() throws IOException {
        assertThat(repository.topLevel())
                .containsExactly(
                        "README.md",
                        "corda-cordapp",
                        "iot-ingest",
                        "migrations",
                        "ops",
                        "pom.xml",
                        "registry-web",
                        "vision-verifier");
    }

    @Test
    void noSourceFileIsTooLong() {
        List<String> tooLong = repository.javaFiles().stream()
                .filter(file -> repository.lines(file).size() > (isTest(file) ? TEST_LINES_MAX : MAIN_LINES_MAX))
                .map(file -> file + ", " + repository.lines(file).size() + " lines")
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndWhatItMustNotKnow() {
        Set<Path> packages = repository.javaFiles().stream()
                .filter(file -> !isTest(file))
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));
        packages.removeIf(folder -> repository.exists(folder.resolve("package-info.java")));
        assertThat(packages).as("packages without package-info.java").isEmpty();
    }

    @Test
    void noTypeIsNamedByWhatItIsNot() {
        assertThat(repository.files(name -> name.matches(".*(Impl|Utils?|Helper|Manager)\\.java")))
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() {
        Pattern later = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");
        assertThat(textsWith(later)).isEmpty();
    }

    @Test
    void noTestIsSwitchedOff() {
        Pattern off = Pattern.compile("@Dis" + "abled|@Ig" + "nore\\b|assumeTrue\\(fal" + "se");
        assertThat(textsWith(off)).isEmpty();
    }

    @Test
    void noPackageRegistryIsNamed() throws IOException {
        Set<String> configured = hostsOfThisMachinesPackageArchives();
        assertThat(textsWith(REGISTRY_HOST)).isEmpty();
        assertThat(repository.texts().stream()
                        .filter(file -> configured.stream().anyMatch(repository.text(file)::contains)))
                .as("files that name a package archive of this machine")
                .isEmpty();
    }

    @Test
    void noPathOfThisMachineIsNamed() {
        Path above = repository.root().getParent();
        if (above.getNameCount() > 0) {
            assertThat(textsWith(Pattern.compile(Pattern.quote(above + "/")))).isEmpty();
        }
    }

    @Test
    void everyRelativeLinkOfTheDocumentsLeadsSomewhere() {
        List<String> dead = new ArrayList<>();
        for (Path file : repository.files(name -> name.endsWith(".md"))) {
            LINK.matcher(repository.text(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(target -> !target.contains("://") && !target.startsWith("mailto:"))
                    .filter(target ->
                            !repository.exists(beside(file).resolve(target).normalize()))
                    .forEach(target -> dead.add(file + " → " + target));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void noTwoDecisionsHaveTheSameNumber() {
        assertThat(repository.files(name -> name.matches("ops/docs/adr/\\d{4}-.*\\.md")))
                .isNotEmpty()
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyCommandOfTheReadMeExists() {
        String launcher = repository.text(Path.of("ops/registry"));
        List<String> commands = COMMAND.matcher(repository.text(Path.of("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(commands).isNotEmpty().allSatisfy(command -> assertThat(launcher)
                .containsPattern("(?m)^  " + command + " "));
    }

    private static List<Path> textsWith(Pattern pattern) {
        Predicate<String> found = pattern.asPredicate();
        return repository.texts().stream()
                .filter(file -> found.test(repository.text(file)))
                .toList();
    }

    private static boolean isTest(Path file) {
        return file.toString().contains("src/test/");
    }

    private static Path beside(Path file) {
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    private static Set<String> hostsOfThisMachinesPackageArchives() throws IOException {
        Set<String> hosts = new TreeSet<>();
        for (Path folder : List.of(Path.of("/etc/apt/sources.list.d"), Path.of("/etc/apt"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.filter(each -> each.toString().matches(".*\\.(list|sources)"))
                            .toList()) {
                        HOST.matcher(Files.readString(file)).results().forEach(match -> hosts.add(match.group(1)));
                    }
                }
            }
        }
        hosts.removeIf(host -> !host.contains(".") || host.startsWith("127."));
        return hosts;
    }
}
