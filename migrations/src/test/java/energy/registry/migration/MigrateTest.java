package energy.registry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.registry.migration.postgres.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateTest {
    @TempDir
    private Path directory;

    @Test
    void anEmptyDatabaseIsRefusedMigratedAndServedAndSurvivesARestart() throws Exception {
        int port = freePort();
        try (PostgresServer server = start(port)) {
            assertThatThrownBy(() -> SchemaVersion.require(server.dataSource(), "ingest"))
                    .isInstanceOf(NotMigratedException.class)
                    .hasMessageContaining("--migrate");
            assertThat(run("--check", server)).isEqualTo(1);
            assertThat(run("--migrate", server)).isZero();
            assertThat(run("--check", server)).isZero();
            assertThat(run("--migrate", server)).isZero();
            try (var connection = server.dataSource().getConnection();
                    var sql = connection.createStatement()) {
                assertThat(sql.execute("show fsync")).isTrue();
                try (var row = sql.getResultSet()) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo("on");
                }
            }
        }
        assertThat(PostgresServer.isRunning(directory)).isFalse();
        try (PostgresServer again = start(port)) {
            assertThat(PostgresServer.isRunning(directory)).isTrue();
            for (Schema schema : Schema.values()) {
                assertThatCode(() -> SchemaVersion.require(again.dataSource(), schema.id()))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aPortInUseIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start(taken.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void releasedScriptsNeverChange() throws Exception {
        for (Schema schema : Schema.values()) {
            String list = new String(resource(schema.scripts() + "/" + SchemaVersion.RELEASED));
            for (String line : list.lines().filter(each -> !each.isBlank()).toList()) {
                String script = line.substring(line.lastIndexOf(' ') + 1);
                byte[] sha = MessageDigest.getInstance("SHA-256").digest(resource(schema.scripts() + "/" + script));
                assertThat(HexFormat.of().formatHex(sha)).as(script).isEqualTo(line.split(" ")[0]);
            }
        }
    }

    /** What is not in the list is not asked of a database before it is served. */
    @Test
    void everyScriptIsReleased() throws IOException {
        for (Schema schema : Schema.values()) {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources", schema.scripts()))) {
                List<String> scripts = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".sql"))
                        .sorted()
                        .toList();
                assertThat(SchemaVersion.released(schema)).isEqualTo(scripts);
            }
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MigrateTest.class.getClassLoader().getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private PostgresServer start(int port) throws IOException {
        Path binaries = Path.of(System.getProperty("java.io.tmpdir"), "registry-postgres");
        return PostgresServer.start(directory, binaries, port, "test");
    }

    private static int run(String command, PostgresServer server) {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        return Migrate.run(
                new String[] {command},
                Map.of(
                        "REGISTRY_DB_URL", server.url(),
                        "REGISTRY_DB_USER", server.user(),
                        "REGISTRY_DB_PASSWORD", server.password()),
                nowhere,
                System.err);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
