package energy.registry.ops.bench;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Rewrites closed databases of the embedded kind, so that they hold what is live and nothing else. */
final class Compaction {
    static final String SUFFIX = ".mv.db";

    private final Path library;

    /** @param library the jar of the database, in the version that wrote the files */
    Compaction(Path library) {
        this.library = library;
    }

    /** Seconds that it took. */
    double of(List<Path> databases) throws IOException {
        long begin = System.nanoTime();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {library.toUri().toURL()})) {
            Driver driver = (Driver)
                    loader.loadClass("org.h2.Driver").getDeclaredConstructor().newInstance();
            for (Path database : databases) {
                compact(driver, database);
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException(library + " has no database driver", e);
        } catch (SQLException e) {
            throw new IOException("the databases could not be compacted: " + e.getMessage(), e);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void compact(Driver driver, Path database) throws SQLException {
        String name = database.toString();
        Properties login = new Properties();
        login.put("user", "sa");
        login.put("password", "");
        String url = "jdbc:h2:file:" + name.substring(0, name.length() - SUFFIX.length()) + ";IFEXISTS=TRUE";
        try (Connection connection = driver.connect(url, login);
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }
}
