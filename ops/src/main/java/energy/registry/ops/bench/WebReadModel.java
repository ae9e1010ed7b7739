package energy.registry.ops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/** The read model that is measured: filled by statements of SQL in the schema that the migrations made. */
final class WebReadModel {
    static final int DEVICES = 200;

    private static final String SCRIPT = "/bench/web-read-model.sql";

    private final PGSimpleDataSource source = new PGSimpleDataSource();
    private final Consumer<String> progress;

    private WebReadModel(String url, String user, String password, Consumer<String> progress) {
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setCurrentSchema("web");
        this.progress = progress;
    }

    /** The one of the environment that the launcher passes. */
    static WebReadModel of(Map<String, String> environment) {
        return new WebReadModel(
                environment.get("REGISTRY_DB_URL"),
                environment.get("REGISTRY_DB_USER"),
                environment.get("REGISTRY_DB_PASSWORD"),
                System.err::println);
    }

    /** Fills an empty one; one that is filled is left as it is. The number of certificates there are. */
    long fill(long certificates) throws IOException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement()) {
            if (count(sql) == 0) {
                connection.setAutoCommit(false); // all of it, or an empty one
                for (String statement : statements(certificates)) {
                    long start = System.nanoTime();
                    long rows = sql.executeLargeUpdate(statement);
                    progress.accept(statement
                                    .lines()
                                    .filter(line -> !line.startsWith("--"))
                                    .findFirst()
                                    .orElse("")
                                    .replaceAll(" \\(.*", "")
                            + ": " + rows + " rows in " + (System.nanoTime() - start) / 1_000_000 + " ms");
                }
                connection.commit();
                connection.setAutoCommit(true);
            }
            sql.execute("vacuum analyze"); // what the database does by itself some minutes after such a load
            return count(sql);
        } catch (SQLException broken) {
            throw new IOException("the read model could not be filled: " + broken.getMessage(), broken);
        }
    }

    private static long count(Statement sql) throws SQLException {
        try (ResultSet rows = sql.executeQuery("select count(*) from certificate")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> statements(long certificates) throws IOException {
        try (InputStream in = WebReadModel.class.getResourceAsStream(SCRIPT)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":certificates", certificates + "::bigint")
                    .replace(":devices", String.valueOf(DEVICES));
            return List.of(text.split(";\\s*\\n"));
        }
    }

    /** Values of one column, for addresses. */
    List<String> ids(String query) throws IOException {
        try (Connection connection = source.getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException broken) {
            throw new IOException(query + ": " + broken.getMessage(), broken);
        }
    }
}
