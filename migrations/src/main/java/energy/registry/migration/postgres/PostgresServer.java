package energy.registry.migration.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One PostgreSQL server with its data in one folder, for production on one machine and for tests alike: durable
 * ({@code fsync} and {@code synchronous_commit} on), on 127.0.0.1 only, password by SCRAM. The server is a process of
 * its own that outlives the Java process that started it; its data folder is kept, and a second {@link #start} on a
 * running server changes nothing.
 */
public final class PostgresServer implements AutoCloseable {
    /** Name of the role and of the database. */
    public static final String NAME = "registry";

    /** Crash recovery of a gigabyte of log stays below this; so does a first start on a slow disk. */
    private static final int START_SECONDS_MAX = 120;

    /** A fast stop breaks off the sessions and writes a checkpoint. */
    private static final int STOP_SECONDS_MAX = 60;

    private final Path directory;
    private final Binaries binaries;
    private final int port;
    private final String password;

    private PostgresServer(Path directory, Binaries binaries, int port, String password) {
        this.directory = directory;
        this.binaries = binaries;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server, creating the data folder, the role and the database at the first start, and returns when it
     * answers.
     *
     * @param directory folder of this server's data; log and settings lie beside the data in it
     * @param binariesCache folder that receives the programs, may be shared
     * @param password of the role {@link #NAME}; fixed at the first start
     */
    public static PostgresServer start(Path directory, Path binariesCache, int port, String password)
            throws IOException {
        PostgresServer server =
                new PostgresServer(directory.toAbsolutePath(), Binaries.in(binariesCache), port, password);
        if (!isRunning(directory)) {
            server.launch();
        }
        server.createDatabase();
        return server;
    }

    /** Whether the server of this data folder runs. */
    public static boolean isRunning(Path directory) {
        return pid(directory).isPresent();
    }

    /** Process id of the running server of this data folder. */
    public static OptionalLong pid(Path directory) {
        Path file = data(directory).resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) {
                return OptionalLong.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(file).get(0).trim());
            return isPostgres(pid) ? OptionalLong.of(pid) : OptionalLong.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException unreadable) {
            return OptionalLong.empty();
        }
    }

    /** Stops the server of this data folder in good order; nothing happens when it does not run. */
    public static void stop(Path directory, Path binariesCache) throws IOException {
        if (isRunning(directory)) {
            Path data = data(directory.toAbsolutePath());
            Binaries programs = Binaries.in(binariesCache);
            run(
                    List.of(program(programs, "pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "stop"),
                    STOP_SECONDS_MAX);
        }
    }

    /** Stops this server. */
    @Override
    public void close() throws IOException {
        stop(directory, binaries.program("postgres").getParent().getParent().getParent());
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String user() {
        return NAME;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Connections to the database, one each time; no pool. */
    public DataSource dataSource() {
        return dataSource(NAME);
    }

    private DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/" + database);
        source.setUser(NAME);
        source.setPassword(password);
        return source;
    }

    private void launch() throws IOException {
        PortCheck.requireFree(port);
        Path data = data(directory);
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(data);
        }
        Files.writeString(data.resolve("registry.conf"), Settings.text(port), StandardCharsets.UTF_8);
        Path log = directory.resolve("postgres.log");
        try {
            run(
                    List.of(
                            program(binaries, "pg_ctl"),
                            "-D",
                            data.toString(),
                            "-l",
                            log.toString(),
                            "-w",
                            "-t",
                            Integer.toString(START_SECONDS_MAX),
                            "start"),
                    START_SECONDS_MAX + 10);
        } catch (IOException e) {
            throw new IOException("PostgreSQL did not start; its log is " + log, e);
        }
    }

    private void initialise(Path data) throws IOException {
        Files.createDirectories(directory);
        if (Files.exists(data)) {
            Folders.delete(data); // an initialisation that broke off before PG_VERSION was written
        }
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path passwordFile = Files.createTempFile(directory, "init", ".tmp");
        try {
            Files.writeString(passwordFile, password, StandardCharsets.UTF_8);
            Account account = Account.choose();
            account.own(passwordFile);
            account.own(data);
            run(Settings.initialise(program(binaries, "initdb"), data, passwordFile), START_SECONDS_MAX);
        } finally {
            Files.delete(passwordFile);
        }
        Path configuration = data.resolve("postgresql.conf");
        String written = Files.readString(configuration, StandardCharsets.UTF_8);
        Files.writeString(configuration, written + "\ninclude 'registry.conf'\n", StandardCharsets.UTF_8);
    }

    private void createDatabase() throws IOException {
        try (Connection connection = dataSource("postgres").getConnection();
                Statement sql = connection.createStatement()) {
            boolean present;
            try (ResultSet row = sql.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
                present = row.next();
            }
            if (!present) {
                sql.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new IOException(
                    "PostgreSQL on port " + port + " refuses role " + NAME
                            + "; is the password the one of the first start?",
                    e);
        }
    }

    private static Path data(Path directory) {
        return directory.resolve("data");
    }

    private static String program(Binaries binaries, String name) {
        return binaries.program(name).toString();
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .map(command -> command.endsWith("/postgres"))
                .orElse(false);
    }

    private static void run(List<String> program, int secondsMax) throws IOException {
        Path output = Files.createTempFile("postgres", ".out");
        try {
            Process process = new ProcessBuilder(Account.choose().command(program))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(secondsMax, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroy();
                throw new IOException(program.get(0) + " failed: " + Files.readString(output, StandardCharsets.UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program.get(0), e);
        } finally {
            Files.delete(output);
        }
    }
}
