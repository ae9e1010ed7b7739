package energy.registry.ledger.gateway.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The node's software as the build lays it out: {@code lib/} (the node's jars), {@code cordapps/} (ours) and
 * {@code log4j2.xml}.
 */
public record NodeHome(Path folder, Path javaHome) {
    private static final String JAVA_HOME_DEFAULT = "/usr/lib/jvm/java-11-openjdk-amd64";

    public NodeHome {
        if (!Files.isDirectory(folder.resolve("lib"))) {
            throw new IllegalArgumentException(
                    "home: '" + folder
                            + "' holds no node (no folder lib); build corda-cordapp/gateway or give --home its target/corda-node");
        }
        if (!Files.isExecutable(javaHome.resolve("bin/java"))) {
            throw new IllegalArgumentException("CORDA_JAVA_HOME: '" + javaHome
                    + "' holds no bin/java; name a JDK 11 (the nodes do not run on 17)");
        }
    }

    /** Where the build leaves the node, beside this class's jar; the JDK 11 from {@code CORDA_JAVA_HOME}. */
    public static NodeHome standard() {
        return at(besideThisClass().resolve("corda-node"));
    }

    public static NodeHome at(Path folder) {
        String named = System.getenv("CORDA_JAVA_HOME");
        return new NodeHome(
                folder.toAbsolutePath(), Path.of(named == null || named.isBlank() ? JAVA_HOME_DEFAULT : named));
    }

    Path java() {
        return javaHome.resolve("bin/java");
    }

    Path log4j() {
        return folder.resolve("log4j2.xml");
    }

    List<Path> libraries() {
        return jars(folder.resolve("lib"));
    }

    List<Path> cordapps() {
        return jars(folder.resolve("cordapps"));
    }

    Path quasar() {
        return libraries().stream()
                .filter(jar -> jar.getFileName().toString().startsWith("quasar-core-"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "home: '" + folder + "' has no quasar-core jar in lib; build corda-cordapp/gateway again"));
    }

    private static List<Path> jars(Path folder) {
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(found::add);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        found.sort(null);
        return found;
    }

    private static Path besideThisClass() {
        URI place = URI.create(NodeHome.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return Path.of(place).getParent();
    }
}
