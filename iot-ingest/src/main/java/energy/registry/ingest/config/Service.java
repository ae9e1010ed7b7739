package energy.registry.ingest.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import energy.registry.domain.identity.SignatureCheck;
import energy.registry.ingest.adapter.crypto.AgentKeyFolder;
import energy.registry.ingest.adapter.crypto.ClaimKey;
import energy.registry.ingest.adapter.crypto.FastSignatures;
import energy.registry.ingest.adapter.crypto.RecordSignatures;
import energy.registry.ingest.adapter.file.FormatReader;
import energy.registry.ingest.adapter.file.csv.OwnTable;
import energy.registry.ingest.adapter.file.ocmf.OcmfReader;
import energy.registry.ingest.adapter.gateway.GatewayDevices;
import energy.registry.ingest.adapter.gateway.GatewayFeed;
import energy.registry.ingest.adapter.gateway.GatewayLedger;
import energy.registry.ingest.adapter.http.Doors;
import energy.registry.ingest.adapter.http.HttpDoor;
import energy.registry.ingest.adapter.json.JsonMessageReader;
import energy.registry.ingest.adapter.json.JsonMessageWriter;
import energy.registry.ingest.adapter.json.RuleBookJson;
import energy.registry.ingest.adapter.modbus.ModbusPoller;
import energy.registry.ingest.adapter.mqtt.AnswerBoard;
import energy.registry.ingest.adapter.mqtt.MqttDoor;
import energy.registry.ingest.adapter.mqtt.TlsFiles;
import energy.registry.ingest.adapter.persistence.Database;
import energy.registry.ingest.adapter.persistence.PostgresAgentSources;
import energy.registry.ingest.adapter.persistence.PostgresAgentStore;
import energy.registry.ingest.adapter.persistence.PostgresClaimStore;
import energy.registry.ingest.adapter.persistence.PostgresDeviceStore;
import energy.registry.ingest.adapter.persistence.PostgresKeyStore;
import energy.registry.ingest.adapter.persistence.PostgresOverIssues;
import energy.registry.ingest.adapter.persistence.PostgresQuarantine;
import energy.registry.ingest.adapter.persistence.PostgresReports;
import energy.registry.ingest.adapter.persistence.PostgresRuleStore;
import energy.registry.ingest.adapter.persistence.PostgresStatementStore;
import energy.registry.ingest.adapter.persistence.PostgresUploadStore;
import energy.registry.ingest.adapter.persistence.PostgresVerdictStore;
import energy.registry.ingest.adapter.service.ServiceCalls;
import energy.registry.ingest.adapter.sparkplug.SparkplugDoor;
import energy.registry.ingest.adapter.sun.GrenaSun;
import energy.registry.ingest.adapter.vision.VisionService;
import energy.registry.ingest.application.AcceptStatements;
import energy.registry.ingest.application.AcceptVerdicts;
import energy.registry.ingest.application.AgentMetering;
import energy.registry.ingest.application.CorrectStatements;
import energy.registry.ingest.application.Decisions;
import energy.registry.ingest.application.DeliverClaims;
import energy.registry.ingest.application.Desk;
import energy.registry.ingest.application.DeviceRules;
import energy.registry.ingest.application.DriveAgain;
import energy.registry.ingest.application.EnrolKeys;
import energy.registry.ingest.application.FollowDevices;
import energy.registry.ingest.application.FollowSources;
import energy.registry.ingest.application.JoinClaims;
import energy.registry.ingest.application.KeepLedgerInStep;
import energy.registry.ingest.application.Keeper;
import energy.registry.ingest.application.Keepers;
import energy.registry.ingest.application.Meters;
import energy.registry.ingest.application.Stages;
import energy.registry.ingest.application.TakeUploads;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.limit.PeerLimits;
import energy.registry.ingest.plausibility.Plausibility;
import energy.registry.ingest.port.StatementStore;
import energy.registry.ingest.statement.Answer;
import energy.registry.ingest.statement.StatementCheck;
import energy.registry.migration.SchemaVersion;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All parts, wired and running. Closing takes the doors first, so that nothing new comes while the rest ends. */
public final class Service implements AutoCloseable {
    private static final String SCHEMA = "ingest";

    /** Connections: two for the keepers, three for the rounds, the rest for readers and deliveries. */
    private static final int CONNECTIONS_MAX = 12;

    /** One waits for its commit while the other decides; more would split the commits without need. */
    private static final int KEEPERS = 2;

    /** Seconds of its rate that a peer may use at once: a gateway that comes back from a break. */
    private static final int HTTP_BURST_SECONDS = 4;

    private final HikariDataSource pool;
    private final Keepers keeper;
    private final AcceptStatements statements;
    private final StatementLog log;
    private final Rounds rounds;
    private final MqttDoor mqtt;
    private final HttpDoor http;
    private final List<AutoCloseable> sources;

    private Service(
            HikariDataSource pool,
            Keepers keeper,
            AcceptStatements statements,
            StatementLog log,
            Rounds rounds,
            MqttDoor mqtt,
            HttpDoor http,
            List<AutoCloseable> sources) {
        this.pool = pool;
        this.keeper = keeper;
        this.statements = statements;
        this.log = log;
        this.rounds = rounds;
        this.mqtt = mqtt;
        this.http = http;
        this.sources = sources;
    }

    /** Starts, or throws having named what is missing. */
    public static Service start(IngestConfig config, Clock clock) throws IOException {
        HikariDataSource pool = pool(config);
        SchemaVersion.require(pool, SCHEMA);
        ClaimKey key = ClaimKey.in(config.data().resolve("keys"));
        SignatureCheck signatures = FastSignatures.create();
        Database database = new Database(pool);
        ServiceCalls gateway = new ServiceCalls(config.gateway(), config.serviceToken());
        VisionService vision = new VisionService(new ServiceCalls(config.vision(), config.serviceToken()));
        PostgresDeviceStore deviceStore = new PostgresDeviceStore(database);
        PostgresKeyStore keyStore = new PostgresKeyStore(database);
        FollowDevices devices = new FollowDevices(deviceStore, new GatewayFeed(gateway), clock);
        devices.load();

        PostgresStatementStore store = new PostgresStatementStore(database, clock);
        Meters meters = new Meters(devices, store);
        Plausibility plausibility = new Plausibility(RuleBookJson.with(List.of()), new GrenaSun());
        DeviceRules rules =
                new DeviceRules(RuleBookJson.delivered(), new PostgresRuleStore(database), plausibility, clock);
        rules.load();
        AnswerBoard board = new AnswerBoard(meters::position);
        Metrics metrics = new Metrics();
        KeyRegister register = new KeyRegister();
        EnrolKeys keys = new EnrolKeys(keyStore, register, devices, clock);
        keys.load();
        StatementCheck check = new StatementCheck(signatures, register);
        AcceptStatements statements =
                accept(config, devices, store, check, plausibility, metrics.stages(), both(board, metrics));
        AgentMetering agent = new AgentMetering(
                statements,
                meters,
                new PostgresAgentStore(database),
                new AgentKeyFolder(config.data().resolve("keys").resolve("agent")),
                new JsonMessageWriter(),
                clock);
        agent.load();

        PostgresClaimStore claims = new PostgresClaimStore(database);
        JoinClaims join = new JoinClaims(devices, claims, key, register, plausibility, config.claimWindow(), clock);
        Rounds rounds = new Rounds();
        rounds.start(
                devices,
                new KeepLedgerInStep(devices, deviceStore, keyStore, new GatewayDevices(gateway), meters, clock),
                join,
                new DeliverClaims(devices, claims, vision, new GatewayLedger(gateway), signatures, clock));

        StatementLog log = StatementLog.of(config.kafka(), statements);
        FollowSources sources = new FollowSources(
                new PostgresAgentSources(database),
                new PostgresAgentStore(database),
                agent,
                meters,
                devices,
                metrics::counterStep,
                clock);
        sources.load();
        SparkplugDoor sparkplug = new SparkplugDoor(sources, clock);
        ModbusPoller modbus = new ModbusPoller(sources, clock);
        modbus.start();
        MqttDoor mqtt = MqttDoor.open(
                new MqttDoor.Settings(
                        config.mqttPort(), TlsFiles.in(config.data().resolve("tls")), config.mqttTlsPort()),
                log.intake(),
                board,
                (keyId, meterId) -> devices.byMeter(meterId)
                        .map(device -> register.mayConnect(device, keyId, clock.instant()))
                        .orElse(false),
                sparkplug,
                clock);
        metrics.gauge("ingest_undecided_bytes", statements::undecidedBytes);
        metrics.gauge("ingest_log_decided", log::decided);
        metrics.gauge("ingest_log_partitions", log::partitions);
        metrics.gauge("ingest_devices", devices::size);
        metrics.gauge("ingest_mqtt_connections", mqtt::connections);
        metrics.gauge("ingest_mqtt_lines_held", mqtt::held);
        HttpDoor http = Doors.open(
                config.httpPort(),
                config.serviceToken(),
                new PeerLimits(config.httpRate(), config.httpRate() * HTTP_BURST_SECONDS),
                new Doors.Services(
                        log.intake(),
                        new AcceptVerdicts(devices, signatures, key.key(), new PostgresVerdictStore(database), clock),
                        meters,
                        new Desk(join),
                        new PostgresReports(database),
                        files(database, statements, agent, sources, keys, register, devices, clock),
                        rules,
                        new CorrectStatements(
                                JsonMessageReader.ofCorrections(),
                                devices,
                                check,
                                plausibility,
                                store,
                                new PostgresOverIssues(database),
                                new GatewayLedger(gateway),
                                agent,
                                config.verdictGrace(),
                                clock),
                        devices,
                        vision,
                        clock,
                        () -> checks(database),
                        metrics::text));
        metrics.gauge("ingest_http_turned_away", http::turnedAway);
        metrics.gauge("ingest_quarantine_foreign", store.quarantine()::foreign);
        metrics.gauge("ingest_quarantine_not_kept", store.quarantine()::notKept);
        return new Service(pool, statements.keeper(), statements, log, rounds, mqtt, http, List.of(modbus, sparkplug));
    }

    private static AcceptStatements accept(
            IngestConfig config,
            FollowDevices devices,
            StatementStore store,
            StatementCheck check,
            Plausibility plausibility,
            Stages stages,
            Consumer<Answer> announce) {
        return AcceptStatements.start(
                new JsonMessageReader(),
                devices,
                check,
                recheck -> Keepers.of(
                        KEEPERS,
                        () -> new Keeper(
                                store,
                                new Decisions(devices, recheck, plausibility, stages, config.verdictGrace()),
                                stages,
                                announce)),
                stages,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
    }

    private static Doors.FileDoor files(
            Database database,
            AcceptStatements statements,
            AgentMetering agent,
            FollowSources sources,
            EnrolKeys keys,
            KeyRegister register,
            FollowDevices devices,
            Clock clock) {
        FormatReader reader = new FormatReader(new OcmfReader(register, RecordSignatures.ofMeters()));
        return new Doors.FileDoor(
                new TakeUploads(reader, new PostgresUploadStore(database), statements, agent, clock),
                devices,
                keys,
                agent,
                sources,
                new DriveAgain(new PostgresQuarantine(database), statements, clock),
                RecordSignatures::read,
                OwnTable.TEMPLATE,
                OwnTable.REGISTER_TEMPLATE);
    }

    private static Consumer<Answer> both(Consumer<Answer> first, Consumer<Answer> second) {
        return first.andThen(second);
    }

    private static Map<String, Boolean> checks(Database database) {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", database.answers());
        return checks;
    }

    private static HikariDataSource pool(IngestConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(config.databaseUrl());
        pool.setUsername(config.databaseUser());
        pool.setPassword(config.databasePassword());
        pool.setSchema(SCHEMA);
        pool.setMaximumPoolSize(CONNECTIONS_MAX);
        pool.setMinimumIdle(2);
        // A plan made while a table was empty would be kept when it is full.
        pool.setConnectionInitSql("set plan_cache_mode = force_custom_plan");
        pool.setPoolName("ingest");
        return new HikariDataSource(pool);
    }

    private static void close(AutoCloseable source) throws InterruptedException {
        try {
            source.close();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("a source does not close", e);
        }
    }

    /** 0 where there is no door to the world. */
    public int mqttTlsPort() {
        return mqtt.tlsPort();
    }

    public int httpPort() {
        return http.port();
    }

    public int mqttPort() {
        return mqtt.port();
    }

    @Override
    public void close() throws InterruptedException {
        mqtt.close();
        http.close();
        log.close();
        for (AutoCloseable source : sources) {
            close(source);
        }
        statements.close();
        keeper.close();
        rounds.close();
        pool.close();
    }
}
