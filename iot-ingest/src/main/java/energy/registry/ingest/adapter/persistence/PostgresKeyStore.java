package energy.registry.ingest.adapter.persistence;

import energy.registry.domain.encoding.Digest;
import energy.registry.domain.identity.SigningKey;
import energy.registry.ingest.identity.EnrolledKey;
import energy.registry.ingest.identity.KeyRegister;
import energy.registry.ingest.identity.KeySubject;
import energy.registry.ingest.port.KeyStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@link KeyStore} on the schema {@code ingest}. */
public final class PostgresKeyStore implements KeyStore {
    private static final String INSERT =
            "insert into key_enrolment (request_id, subject_type, subject_id, device_id, key_id, spki, valid_from,"
                    + " valid_until, proposed_by, proposed_reason, proposed_at)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?, ?) on conflict (request_id) do nothing";

    private static final String SELECT = "select e.*, l.status as ledger_status, l.rule as ledger_rule,"
            + " l.detail as ledger_detail from key_enrolment e left join ledger_key l using (enrolment_id)";

    private static final String SIGNED =
            "select statement_id from statement where device_id = any(?) and end_at > ? and position(? in signed) > 0";

    private final Database database;

    public PostgresKeyStore(Database database) {
        this.database = database;
    }

    @Override
    public List<EnrolledKey> decided() {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        SELECT + " where e.status in ('APPROVED', 'REVOKED')" + " order by enrolment_id limit ?")
                .with(KeyRegister.KEYS_MAX)
                .list(PostgresKeyStore::read));
    }

    @Override
    public EnrolledKey propose(Proposal proposal, Instant now) {
        KeySubject subject = proposal.subject();
        return database.inTransaction(connection -> {
            Query.on(connection, INSERT)
                    .with(proposal.requestId(), subject.type().name(), subject.id(), subject.deviceId())
                    .with(proposal.key().id(), proposal.key().encoded(), proposal.validFrom(), proposal.validUntil())
                    .with(proposal.actor(), proposal.reason(), now)
                    .update();
            return Query.on(connection, SELECT + " where request_id = ?")
                    .with(proposal.requestId())
                    .first(PostgresKeyStore::read)
                    .orElseThrow();
        });
    }

    @Override
    public Optional<EnrolledKey> byId(long enrolmentId) {
        return database.inTransaction(connection -> Query.on(connection, SELECT + " where enrolment_id = ?")
                .with(enrolmentId)
                .first(PostgresKeyStore::read));
    }

    @Override
    public List<EnrolledKey> find(String deviceId, EnrolledKey.Status status, int limit) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        SELECT + " where (?::text is null or device_id = ?)"
                                + " and (?::text is null or e.status = ?) order by enrolment_id desc limit ?")
                .with(deviceId, deviceId, status == null ? null : status.name(), status == null ? null : status.name())
                .with(limit)
                .list(PostgresKeyStore::read));
    }

    @Override
    public List<EnrolledKey> byKey(Digest keyId) {
        return database.inTransaction(
                connection -> Query.on(connection, SELECT + " where key_id = ? order by enrolment_id")
                        .with(keyId)
                        .list(PostgresKeyStore::read));
    }

    @Override
    public List<EnrolledKey> ofCamera(String cameraId) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        SELECT + " where subject_type = 'CAMERA' and subject_id = ?"
                                + " and e.status in ('APPROVED', 'REVOKED') order by enrolment_id")
                .with(cameraId)
                .list(PostgresKeyStore::read));
    }

    @Override
    public boolean isProposer(long enrolmentId, String actor) {
        return database.inTransaction(connection -> Query.on(
                        connection, "select 1 from key_enrolment where enrolment_id = ? and proposed_by = ?")
                .with(enrolmentId, actor)
                .first(row -> true)
                .isPresent());
    }

    @Override
    public void decide(long enrolmentId, EnrolledKey.Status status, String actor, String reason, Instant now) {
        database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "update key_enrolment set status = ?, decided_by = ?, decided_reason = ?, decided_at = ?"
                                    + " where enrolment_id = ? and status = 'PENDING'")
                    .with(status.name(), actor, reason, now, enrolmentId)
                    .update();
            return Query.on(
                            connection,
                            "insert into ledger_key (enrolment_id, next_at) select enrolment_id, ? from key_enrolment"
                                    + " where enrolment_id = ? and status = 'APPROVED' and subject_type <> 'CAMERA'"
                                    + " on conflict do nothing")
                    .with(now, enrolmentId)
                    .update();
        });
    }

    @Override
    public int revoke(Digest keyId, Instant compromisedSince, String actor, String reason, Instant now) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "update key_enrolment set status = 'REVOKED', revoked_by = ?, revoked_reason = ?,"
                                + " revoked_at = coalesce(revoked_at, ?),"
                                + " compromised_since = least(compromised_since, ?::timestamptz)"
                                + " where key_id = ? and status in ('APPROVED', 'REVOKED')")
                .with(actor, reason, now, compromisedSince, keyId)
                .update());
    }

    @Override
    public List<String> signedWith(Digest keyId, List<String> deviceIds, Instant since, int limit) {
        return database.inTransaction(connection -> Query.on(
                        connection,
                        "select encode(digest, 'hex') from statement where device_id = any(?) and end_at > ?"
                                + " and position(? in signed) > 0 order by statement_id limit ?")
                .array("text", deviceIds.toArray())
                .with(since, keyId, limit)
                .list(row -> row.getString(1)));
    }

    @Override
    public int judgeAgain(Digest keyId, List<String> deviceIds, Instant since, Instant now) {
        return database.inTransaction(connection -> {
            Query.on(
                            connection,
                            "update claim set status = 'HELD', rule = 'KEY_COMPROMISED', decided_at = ?"
                                    + " where status = 'READY' and statement_id in (" + SIGNED + ")")
                    .with(now)
                    .array("text", deviceIds.toArray())
                    .with(since, keyId)
                    .update();
            return Query.on(
                            connection,
                            "update interval i set status = 'WAITING_FOR_VERDICT', due_at = ?, claim_id = null"
                                    + " where superseded_at is null and status in ('WAITING_FOR_VERDICT', 'READY')"
                                    + " and statement_id in (" + SIGNED + ") and not exists (select 1 from claim c"
                                    + " where c.claim_id = i.claim_id and c.status <> 'HELD')")
                    .with(now)
                    .array("text", deviceIds.toArray())
                    .with(since, keyId)
                    .update();
        });
    }

    @Override
    public List<LedgerKey> takeLedgerKeys(Instant now, Instant leaseUntil, int max) {
        return database.inTransaction(connection -> {
            List<LedgerKey> due = Query.on(
                            connection,
                            "select e.*, l.attempts, l.status as ledger_status, l.rule as ledger_rule, l.detail as ledger_detail"
                                    + " from ledger_key l join key_enrolment e using (enrolment_id)"
                                    + " where l.status = 'PENDING' and l.next_at <= ? order by e.valid_from,"
                                    + " e.enrolment_id limit ? for update of l skip locked")
                    .with(now, max)
                    .list(row -> new LedgerKey(
                            read(row),
                            row.getString("decided_by"),
                            row.getString("decided_reason"),
                            row.getInt("attempts")));
            Query.on(
                            connection,
                            "update ledger_key set next_at = ?, attempts = attempts + 1 where enrolment_id = any(?)")
                    .with(leaseUntil)
                    .array(
                            "bigint",
                            due.stream()
                                    .map(key -> key.enrolled().enrolmentId())
                                    .toArray())
                    .update();
            return due;
        });
    }

    @Override
    public void ledgerSettled(long enrolmentId, String txId, String rule, String detail, Instant now) {
        database.inTransaction(connection -> Query.on(
                        connection,
                        "update ledger_key set status = ?, tx_id = ?, rule = ?, detail = ?, settled_at = ?"
                                + " where enrolment_id = ?")
                .with(rule == null ? "DONE" : "REFUSED", txId, rule, detail, now, enrolmentId)
                .update());
    }

    @Override
    public void ledgerRetry(long enrolmentId, String problem, Instant nextAt) {
        database.inTransaction(connection -> Query.on(
                        connection, "update ledger_key set next_at = ?, detail = ? where enrolment_id = ?")
                .with(nextAt, problem, enrolmentId)
                .update());
    }

    private static EnrolledKey read(ResultSet row) throws SQLException {
        return new EnrolledKey(
                row.getLong("enrolment_id"),
                new KeySubject(
                        KeySubject.Type.valueOf(row.getString("subject_type")),
                        row.getString("subject_id"),
                        row.getString("device_id")),
                SigningKey.of(row.getBytes("spki")),
                EnrolledKey.Status.valueOf(row.getString("status")),
                Query.instant(row, "valid_from"),
                Query.instant(row, "valid_until"),
                Query.instant(row, "revoked_at"),
                Query.instant(row, "compromised_since"),
                ledger(row));
    }

    /** Null for a key that no record on the ledger is to name. */
    private static EnrolledKey.OnLedger ledger(ResultSet row) throws SQLException {
        String status = row.getString("ledger_status");
        return status == null
                ? null
                : new EnrolledKey.OnLedger(status, row.getString("ledger_rule"), row.getString("ledger_detail"));
    }
}
