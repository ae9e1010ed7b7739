package energy.registry.ledger.gateway.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The exact command line, folder and environment of one node's process. Plain JDK, so that a launcher needs none of
 * Corda's jars to start a node. SIGTERM ends a node cleanly; it restores its unfinished flows at the next start.
 */
public record NodeCommand(List<String> command, Path workingFolder, Map<String, String> environment) {
    /** Packages of the JDK that Corda 4.10, Kryo and Quasar reach into by reflection. */
    private static final List<String> OPENED = Arrays.asList(
            "java.management/com.sun.jmx.mbeanserver",
            "java.sql/java.sql",
            "java.base/java.lang",
            "java.base/java.lang.reflect",
            "java.base/java.lang.invoke",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.base/java.util.concurrent.atomic",
            "java.base/java.util.concurrent.locks",
            "java.base/java.time",
            "java.base/java.io",
            "java.base/java.nio",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.security.cert",
            "java.base/java.text",
            "java.base/java.math",
            "java.base/javax.net.ssl",
            "java.base/sun.nio.ch",
            "java.base/sun.security.x509",
            "java.base/sun.security.util",
            "java.base/sun.security.rsa",
            "java.base/sun.security.provider",
            "java.base/sun.security.ssl");

    /** What Quasar leaves alone: the list of Corda's own launcher, and what it adds on JDK 11. */
    private static final String NOT_SUSPENDABLE = "antlr**;bftsmart**;co.paralleluniverse**;com.codahale**;"
            + "com.esotericsoftware**;com.fasterxml**;com.google**;com.ibm**;com.intellij**;com.jcabi**;com.nhaarman**;"
            + "com.opengamma**;com.typesafe**;com.zaxxer**;de.javakaffee**;groovy**;groovyjarjarantlr**;"
            + "groovyjarjarasm**;io.atomix**;io.github**;io.netty**;jdk**;kotlin**;net.corda.djvm**;djvm**;"
            + "net.bytebuddy**;net.i2p**;org.apache**;org.bouncycastle**;org.codehaus**;org.crsh**;org.dom4j**;"
            + "org.fusesource**;org.h2**;org.hibernate**;org.jboss**;org.jcp**;org.joda**;org.objectweb**;"
            + "org.objenesis**;org.slf4j**;org.w3c**;org.xml**;org.yaml**;reflectasm**;rx**;org.jolokia**;com.lmax**;"
            + "picocli**;liquibase**;com.github.benmanes**;org.json**;org.postgresql**;nonapi.io.github.classgraph**;"
            + "io.opentelemetry**;javax**;sun**;com.sun**;net.corda.serialization.internal**";

    /** Heap of the short commands that run before a node's first start, MiB. */
    private static final int PREPARE_HEAP_MEGABYTES = 384;

    /**
     * Environment variable with further options of the nodes' JVM, separated by spaces; the last of two that differ holds,
     * and {@code {node}} stands for the node's name. Options {@code -Dcorda.…} set what node.conf leaves open, another
     * database for example.
     */
    public static final String OPTIONS = "CORDA_NODE_OPTIONS";

    public NodeCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The command that runs a node until it is told to stop. */
    public static NodeCommand start(NodeHome home, Path network, CordaNode node, RpcLogin login) {
        return start(home, network, node, login, System.getenv(OPTIONS));
    }

    /** The same with these further options of the JVM in place of those in the environment; may be null. */
    public static NodeCommand start(NodeHome home, Path network, CordaNode node, RpcLogin login, String options) {
        Path folder = network.resolve(node.folder());
        List<String> line = java(home, node.heapMegabytes(), moreOptions(options, node));
        line.add("net.corda.node.Corda");
        line.add("--no-local-shell");
        return new NodeCommand(line, folder, environment(login));
    }

    /** The command that brings the schema of the node's database up to the node's and the CorDapps' version. */
    static NodeCommand migrate(NodeHome home, Path network, CordaNode node, RpcLogin login) {
        List<String> line = java(home, PREPARE_HEAP_MEGABYTES, moreOptions(System.getenv(OPTIONS), node));
        line.addAll(List.of("net.corda.node.Corda", "run-migration-scripts", "--core-schemas", "--app-schemas"));
        return new NodeCommand(line, network.resolve(node.folder()), environment(login));
    }

    private static List<String> java(NodeHome home, int heapMegabytes, List<String> more) {
        List<String> line = new ArrayList<>();
        line.add(home.java().toString());
        line.add("-javaagent:" + home.quasar() + "=x(" + NOT_SUSPENDABLE + ")");
        OPENED.forEach(opened -> {
            line.add("--add-opens");
            line.add(opened + "=ALL-UNNAMED");
        });
        line.add("-Xmx" + heapMegabytes + "m");
        line.add("-XX:+UseSerialGC");
        // The second compiler doubles the CPU time of a start (24 s instead of 15 s) and keeps 35 MB more.
        line.add("-XX:TieredStopAtLevel=1");
        line.addAll(more);
        line.add("-Dlog4j.configurationFile=" + home.log4j());
        line.add("-cp");
        line.add(home.libraries().stream().map(Path::toString).collect(Collectors.joining(":")));
        return line;
    }

    static List<String> moreOptions(String given, CordaNode node) {
        return given == null || given.isBlank()
                ? List.of()
                : List.of(given.strip().replace("{node}", node.folder()).split("\\s+"));
    }

    private static Map<String, String> environment(RpcLogin login) {
        return Map.of(
                "REGISTRY_RPC_USER", login.user(),
                "REGISTRY_RPC_PASSWORD", login.password(),
                // Each thread's own malloc arena costs a node some 100 MB and gains it nothing.
                "MALLOC_ARENA_MAX", "2");
    }
}
