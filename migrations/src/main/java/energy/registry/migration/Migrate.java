package energy.registry.migration;

import java.io.PrintStream;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command {@code --migrate | --check}. Both name the database by {@code REGISTRY_DB_URL}, {@code REGISTRY_DB_USER}
 * and {@code REGISTRY_DB_PASSWORD}. {@code --check} changes nothing and exits 1 when a script is missing or changed.
 */
public final class Migrate {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_USAGE = 2;

    /** The library tells each step; the command's own two lines say what matters. Kept, or it is collected. */
    private static final Logger LIBRARY = Logger.getLogger("org.flywaydb");

    private Migrate() {}

    public static void main(String[] arguments) {
        LIBRARY.setLevel(Level.WARNING);
        System.exit(run(arguments, System.getenv(), System.out, System.err));
    }

    static int run(String[] arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        String command = arguments.length == 1 ? arguments[0] : "";
        if (!command.equals("--migrate") && !command.equals("--check")) {
            err.println("usage: Migrate --migrate | --check");
            return EXIT_USAGE;
        }
        try {
            DataSource database = database(environment);
            boolean current = command.equals("--migrate") ? migrate(database, out) : check(database, out);
            return current ? 0 : EXIT_FAILED;
        } catch (IllegalArgumentException | FlywayException e) {
            err.println(e.getMessage());
            return EXIT_FAILED;
        }
    }

    /** Runs every script that has not run yet, schema by schema. */
    public static void migrate(DataSource database) {
        for (Schema schema : Schema.values()) {
            flyway(database, schema).migrate();
        }
    }

    private static boolean migrate(DataSource database, PrintStream out) {
        for (Schema schema : Schema.values()) {
            int ran = flyway(database, schema).migrate().migrationsExecuted;
            out.println("schema " + schema.id() + ": " + ran + " scripts run, now at " + version(database, schema));
        }
        return true;
    }

    private static boolean check(DataSource database, PrintStream out) {
        boolean current = true;
        for (Schema schema : Schema.values()) {
            Flyway flyway = flyway(database, schema);
            int pending = flyway.info().pending().length;
            boolean unchanged = flyway.validateWithResult().invalidMigrations.stream()
                    .noneMatch(invalid -> invalid.errorDetails.errorCode == CoreErrorCode.CHECKSUM_MISMATCH);
            current &= pending == 0 && unchanged;
            out.println("schema " + schema.id() + ": at " + version(database, schema) + ", " + pending + " pending"
                    + (unchanged ? "" : ", a script that ran has changed"));
        }
        return current;
    }

    private static String version(DataSource database, Schema schema) {
        MigrationInfo current = flyway(database, schema).info().current();
        return current == null || current.getVersion() == null
                ? "none"
                : current.getVersion().getVersion();
    }

    private static Flyway flyway(DataSource database, Schema schema) {
        return Flyway.configure()
                .dataSource(database)
                .defaultSchema(schema.id())
                .schemas(schema.id())
                .createSchemas(true)
                .locations("classpath:" + schema.scripts())
                .validateMigrationNaming(true)
                .outOfOrder(true) // areas number their scripts in ranges of their own and land them independently
                .cleanDisabled(true)
                .load();
    }

    private static DataSource database(Map<String, String> environment) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(required(environment, "REGISTRY_DB_URL"));
        source.setUser(required(environment, "REGISTRY_DB_USER"));
        source.setPassword(required(environment, "REGISTRY_DB_PASSWORD"));
        return source;
    }

    private static String required(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing; set it to reach the database");
        }
        return value;
    }
}
