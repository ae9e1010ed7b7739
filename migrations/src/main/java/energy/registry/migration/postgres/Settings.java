package energy.registry.migration.postgres;

import java.nio.file.Path;
import java.util.List;

/** The server's settings: durable, local, and sized for a machine that it shares with the rest of the registry. */
final class Settings {
    /** Ingest, web and the migrations hold pools of at most ten each; the rest is for people who look. */
    private static final int CONNECTIONS_MAX = 60;

    private Settings() {}

    /** The built-in locale gives the same order of text on every machine, whatever its C library. */
    static List<String> initialise(String initdb, Path data, Path passwordFile) {
        return List.of(
                initdb,
                "--pgdata=" + data,
                "--username=" + PostgresServer.NAME,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
    }

    static String text(int port) {
        return String.join(
                "\n",
                "# Written at every start.",
                "listen_addresses = '127.0.0.1'",
                "port = " + port,
                "unix_socket_directories = ''",
                "password_encryption = 'scram-sha-256'",
                "fsync = on",
                "synchronous_commit = on",
                "full_page_writes = on",
                "max_connections = " + CONNECTIONS_MAX,
                "shared_buffers = '192MB'",
                "effective_cache_size = '1GB'",
                "work_mem = '8MB'",
                "maintenance_work_mem = '64MB'",
                "wal_buffers = '16MB'",
                "max_wal_size = '2GB'", // a checkpoint seldom falls into a busy minute
                "min_wal_size = '512MB'", // segments are used again: a new one is filled and synced while commits wait
                "checkpoint_timeout = '10min'",
                "wal_compression = on",
                "autovacuum_max_workers = 2",
                "max_parallel_workers_per_gather = 1",
                "jit = off",
                "timezone = 'UTC'",
                "log_timezone = 'UTC'",
                "log_line_prefix = '%m [%p] '",
                "");
    }
}
