package energy.registry.migration;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Refuses to serve on a database that is not migrated. Needs no migration library: it compares the history table with
 * {@code db/<schema>/released.sha256}, the list of the scripts this build was made with.
 */
public final class SchemaVersion {
    /** Every released script in order, as {@code sha256sum} prints them. */
    static final String RELEASED = "released.sha256";

    private SchemaVersion() {}

    /**
     * @param schemaName {@code ingest} or {@code web}
     * @throws NotMigratedException when a script of this build has not run there
     */
    public static void require(DataSource database, String schemaName) {
        Schema schema = Schema.valueOf(schemaName.toUpperCase(Locale.ROOT));
        for (String script : released(schema)) {
            if (!hasRun(database, schema, script)) {
                throw new NotMigratedException("schema " + schema.id() + " lacks " + script
                        + "; run energy.registry.migration.Migrate --migrate before serving");
            }
        }
    }

    /** File names of the released scripts, oldest first. */
    static List<String> released(Schema schema) {
        String list = schema.scripts() + "/" + RELEASED;
        try (InputStream in = SchemaVersion.class.getClassLoader().getResourceAsStream(list)) {
            if (in == null) {
                throw new IllegalStateException(list + " is missing from the build");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasRun(DataSource database, Schema schema, String script) {
        try (Connection connection = database.getConnection()) {
            return historyExists(connection, schema) && hasRun(connection, schema, script);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer; check REGISTRY_DB_URL and its server", e);
        }
    }

    private static boolean historyExists(Connection connection, Schema schema) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, schema.id() + ".flyway_schema_history");
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean hasRun(Connection connection, Schema schema, String script) throws SQLException {
        String sql = "select 1 from " + schema.id() + ".flyway_schema_history where script = ? and success";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, script);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
