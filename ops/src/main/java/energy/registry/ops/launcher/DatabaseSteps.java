package energy.registry.ops.launcher;

import energy.registry.migration.postgres.PostgresServer;
import energy.registry.ops.supervise.Detached;
import energy.registry.ops.supervise.Job;
import energy.registry.ops.supervise.Part;
import energy.registry.ops.supervise.PortProbe;
import energy.registry.ops.supervise.PortUse;
import energy.registry.ops.supervise.RunRecord;
import energy.registry.ops.supervise.StartFailedException;
import energy.registry.ops.supervise.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** The database server, unless somebody else runs one, and what has to be in it before anything serves. */
final class DatabaseSteps {
    static final String POSTGRES = "postgres";
    static final String SCHEMAS = "database schemas";
    static final String MIGRATIONS = "migrations";

    /** Recovery after a crash included. */
    private static final Duration PATIENCE = Duration.ofSeconds(130);

    private static final int MIGRATE_HEAP_MEBIBYTES = 128;

    private final Installation installation;

    DatabaseSteps(Installation installation) {
        this.installation = installation;
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Set<String> server = Set.of();
        if (installation.externalDatabase().isEmpty()) {
            steps.add(postgres());
            server = Set.of(POSTGRES);
        }
        steps.add(new Job(SCHEMAS, server, this::somethingIsToServe, this::createIdentitySchema));
        steps.add(new Job(MIGRATIONS, Set.of(SCHEMAS), this::somethingIsToServe, this::migrate));
        return steps;
    }

    /** What serves already has found its schemas as it wants them. */
    private boolean somethingIsToServe() {
        return !Stream.of(KeycloakSteps.KEYCLOAK, ServiceSteps.INGEST, WebSteps.WEB)
                .allMatch(installation.data()::runs);
    }

    private Part postgres() {
        int port = installation.ports().postgres();
        Path folder = installation.data().of("postgres");
        return new Part(
                POSTGRES,
                Set.of(),
                List.of(new PortUse(port, "PostgreSQL")),
                "jdbc:postgresql://127.0.0.1:" + port + "/registry",
                () -> start(folder, port),
                new PortProbe(port),
                PATIENCE,
                RunRecord.StopSignal.INT,
                folder.resolve("postgres.log"));
    }

    private long start(Path folder, int port) throws IOException {
        String password = installation.secrets().get("db-password");
        PostgresServer server =
                PostgresServer.start(folder, installation.checkout().runtime(), port, password);
        return PostgresServer.pid(folder)
                .orElseThrow(() -> new IOException(server.url() + " ended at once; see " + folder));
    }

    /** Keycloak keeps its tables in a schema of its own, which it does not create by itself. */
    private void createIdentitySchema() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(installation.database().url());
        try (Connection connection = source.getConnection(
                        installation.database().user(), installation.database().password());
                Statement sql = connection.createStatement()) {
            sql.execute("create schema if not exists keycloak");
        } catch (SQLException e) {
            throw new IOException(
                    "the database " + installation.database().url() + " does not let the registry in: "
                            + e.getMessage(),
                    e);
        }
    }

    private void migrate() throws IOException, InterruptedException, StartFailedException {
        JavaProgram program = new JavaProgram(
                installation.java(),
                MIGRATE_HEAP_MEBIBYTES,
                List.of(),
                installation.checkout().classpath("migrations"),
                "energy.registry.migration.Migrate",
                List.of("--migrate"));
        new Detached(
                        program.command(),
                        installation.environment(),
                        installation.data().path(),
                        installation.data().log(MIGRATIONS))
                .runToEnd();
    }
}
