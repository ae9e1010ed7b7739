// The kernel's records, read strictly: what does not add up is Malformed.
import { sha256 } from "./bytes.js";
import { Malformed, Reader, Writer } from "./canonical.js";
import { isKey } from "./keys.js";

const LIST_MAX = 16_384; // counts are bounded again by the bytes that have to be there
const INTERVALS_MAX = 288;
const READINGS_MAX = 8_640;
const HOUR = 3_600;
const LINES_MAX = 400;
const SIGNATURES_MAX = 16;
const SIGNATURE_BYTES_MAX = 256;
const ORIGINS = ["LIVE", "RECORDING", "SIMULATION"];
const AGENT = 1;
const AGENT_FROM_POWER = 2;
const SUPPORT_KINDS = [
  "INVESTMENT",
  "FEED_IN_TARIFF",
  "FEED_IN_PREMIUM",
  "CONTRACT_FOR_DIFFERENCE",
  "QUOTA",
  "TAX",
  "LOAN",
  "OTHER",
];
const SUPPORT_FLAG = 1;
const TRADABLE_MONTHS = 12;
const VALID_MONTHS = 18;

const must = (holds, problem) => {
  if (!holds) throw new Malformed(problem);
};

function key(reader) {
  const spki = reader.blob();
  must(isKey(spki), "a key is empty or too long");
  return spki;
}

function signature(reader) {
  const keyId = reader.digest();
  const bytes = reader.blob();
  must(bytes.length > 0 && bytes.length <= SIGNATURE_BYTES_MAX, "a signature is empty or too long");
  return { keyId, signature: bytes };
}

function whole(tag, bytes, read) {
  const reader = new Reader(tag, bytes);
  const record = read(reader);
  reader.end();
  return { ...record, bytes };
}

export const signedRecord = (bytes) =>
  whole("REC-SIGNED-1", bytes, (in_) => ({ record: in_.blob(), ...signature(in_) }));

export const reading = (bytes) =>
  whole("REC-READING-1", bytes, (in_) => ({
    epochSecond: in_.i64(),
    registerWh: in_.i64(),
    powerW: in_.i64(),
    witnesses: in_.list(32, () => [in_.text(), in_.i64()]),
  }));

export const statement = (bytes) =>
  whole("REC-STATEMENT-1", bytes, (in_) => {
    const read = {
      meterId: in_.text(),
      epoch: in_.i32(),
      sequence: in_.i64(),
      start: in_.i64(),
      intervalSeconds: in_.i32(),
      registers: in_.list(INTERVALS_MAX + 1, () => in_.i64()),
      quality: in_.choice(3),
      signatory: in_.choice(3),
      origin: ORIGINS[in_.choice(ORIGINS.length)],
      readingCount: in_.i32(),
      readingsRoot: in_.digest(),
      previous: in_.digest(),
    };
    must(read.registers.length >= 2, "a statement has at least one interval");
    must(read.intervalSeconds > 0 && HOUR % read.intervalSeconds === 0, "an interval divides an hour");
    must(read.start % BigInt(read.intervalSeconds) === 0n, "a statement starts on its grid");
    must(read.epoch >= 0 && read.sequence >= 0n && read.readingCount >= 0, "a count is negative");
    must(read.readingCount <= READINGS_MAX, "too many readings");
    return read;
  });

export const capture = (bytes) =>
  whole("REC-CLIP-1", bytes, (in_) => ({
    cameraId: in_.text(),
    deviceId: in_.text(),
    start: in_.i64(),
    end: in_.i64(),
    captured: in_.i64(),
    origin: in_.choice(3),
    clip: in_.digest(),
  }));

export const verdict = (bytes) =>
  whole("REC-VERDICT-1", bytes, (in_) => ({
    capture: in_.digest(),
    cameraId: in_.text(),
    deviceId: in_.text(),
    start: in_.i64(),
    end: in_.i64(),
    state: in_.choice(3),
    rotorMicroRpm: in_.i64(),
    uncertainty: in_.i64(),
    integrity: in_.list(32, () => in_.text()),
    reasons: in_.list(32, () => in_.text()),
    clip: in_.digest(),
    record: in_.digest(),
    algorithm: in_.text(),
  }));

export const signedClaim = (bytes) =>
  whole("REC-SIGNED-CLAIM-1", bytes, (in_) => ({
    claim: claim(in_.blob()),
    signatures: in_.list(SIGNATURES_MAX, signature),
  }));

export const claim = (bytes) =>
  whole("REC-CLAIM-1", bytes, (in_) => {
    const read = { deviceId: in_.text(), signed: signedRecord(in_.blob()), firstInterval: in_.i32() };
    read.statement = statement(read.signed.record);
    read.envelope = in_.list(INTERVALS_MAX, () => ({ minWh: in_.i64(), maxWh: in_.i64() }));
    read.finding = in_.choice(4);
    read.evidenceRoot = in_.digest();
    read.marks = in_.list(16, () => in_.text());
    read.model = in_.text();
    const run = read.statement.registers.length - 1;
    must(read.envelope.length > 0 && read.firstInterval >= 0, "a claim has at least one interval");
    must(read.firstInterval + read.envelope.length <= run, "the claimed intervals are not within the statement");
    return read;
  });

export const device = (bytes) =>
  whole("REC-DEVICE-2", bytes, (in_) => {
    const read = {
      deviceId: in_.text(),
      name: in_.text(),
      owner: in_.text(),
      technology: in_.u8(),
      capacityW: in_.i64(),
      country: in_.text(),
      zone: in_.text(),
      region: in_.text(),
      latitude: in_.i32(),
      longitude: in_.i32(),
      operationalSince: in_.i64(),
      meteringPointId: in_.text(),
      meterId: in_.text(),
      meterSerial: in_.text(),
      meterMaker: in_.text(),
      meterKey: key(in_),
      intervalSeconds: in_.i32(),
      cameraPolicy: in_.choice(3),
      cameras: in_.list(LIST_MAX, () => ({ cameraId: in_.text(), key: key(in_) })),
      verifiers: in_.list(LIST_MAX, key),
      quorum: in_.i32(),
      support: in_.list(LIST_MAX, () => in_.text()),
      emissionFactor: in_.i32(),
    };
    must(read.quorum >= 1 && read.quorum <= read.verifiers.length, "the quorum is not within the verifiers");
    if (in_.flag()) read.rotor = rotor(in_);
    read.profile = profile(in_.blob());
    read.standing = standing(in_.blob());
    return read;
  });

const rotor = (in_) => ({
  blades: in_.i32(),
  minMilliRpm: in_.i64(),
  maxMilliRpm: in_.i64(),
  clockwise: in_.flag(),
  curve: in_.list(LIST_MAX, () => [in_.i64(), in_.i64(), in_.i64()]),
});

/** Address, age, labels and use of a device; kept as its bytes, read only to refuse what is none. */
const profile = (bytes) =>
  whole("REC-PROFILE-1", bytes, (in_) => {
    const read = {
      address: [in_.text(), in_.text()],
      repowered: in_.list(LIST_MAX, () => in_.i64()),
      measurement: in_.choice(2),
      configuration: in_.u8(),
      labels: in_.list(LIST_MAX, () => ({ code: in_.text(), goodThrough: in_.i64() })),
      emissionFactorSource: in_.text(),
      disclosureUsable: in_.flag(),
      legalStatus: in_.text(),
    };
    must(read.configuration >= 1 && read.configuration <= 3, "an unknown configuration");
    must(read.labels.every(({ code }) => code.trim() !== ""), "a label without a code");
    return read;
  });

/** Who pays for the device when; other meters and registries are read over, they say nothing about a certificate. */
const standing = (bytes) => {
  const in_ = new Reader("REC-STANDING-1", bytes);
  in_.list(LIST_MAX, () => [in_.u8(), in_.text(), in_.text(), in_.text()]);
  return in_.list(LIST_MAX, () => ({
    scheme: in_.text(),
    kind: SUPPORT_KINDS[in_.choice(SUPPORT_KINDS.length)],
    flagged: in_.choice(2) === SUPPORT_FLAG,
    start: in_.i64(),
    end: in_.i64(),
  }));
};

export const CAMERA_REQUIRED = 0;

const attributes = (bytes) =>
  whole("REC-ATTRIBUTES-2", bytes, (in_) => ({
    deviceDigest: in_.digest(),
    deviceId: in_.text(),
    name: in_.text(),
    owner: in_.text(),
    technology: in_.u8(),
    capacityW: in_.i64(),
    country: in_.text(),
    zone: in_.text(),
    region: in_.text(),
    latitude: in_.i32(),
    longitude: in_.i32(),
    operationalSince: in_.i64(),
    meteringPointId: in_.text(),
    support: in_.list(LIST_MAX, () => in_.text()),
    emissionFactor: in_.i32(),
    profile: profile(in_.blob()),
  }));

const issuance = (bytes) =>
  whole("REC-ISSUANCE-2", bytes, (in_) => ({
    device: attributes(in_.blob()),
    issuingBody: in_.text(),
    issued: in_.i64(),
    tradableUntil: in_.i64(),
    expires: in_.i64(),
    claimId: in_.digest(),
    statementDigest: in_.digest(),
    evidenceRoot: in_.digest(),
    finding: in_.choice(4),
    marks: in_.list(18, () => in_.text()),
    model: in_.text(),
    support: in_.list(LIST_MAX, () => in_.text()),
  }));

export const BUNDLE_TAG = "REC-BUNDLE-1";
export const RETIREMENT_TAG = "REC-RETIREMENT-1";

export const certificate = (bytes) =>
  whole(BUNDLE_TAG, bytes, (in_) => {
    const read = {
      issuance: issuance(in_.blob()),
      start: in_.i64(),
      intervalSeconds: in_.i32(),
      serials: in_.list(INTERVALS_MAX + 1, () => in_.i64()),
    };
    const { serials } = read;
    const last = serials.length - 1;
    must(last >= 1, "a certificate has at least one interval");
    must(serials.every((serial, at) => at === 0 || serials[at - 1] <= serial), "the serials fall");
    must(serials[0] >= 0n && serials[1] > serials[0] && serials[last] > serials[last - 1], "an outer interval is empty");
    must(read.intervalSeconds > 0 && read.start % BigInt(read.intervalSeconds) === 0n, "a start is off its grid");
    return read;
  });

export const from = (bundle) => bundle.serials[0];
export const to = (bundle) => bundle.serials[bundle.serials.length - 1];

export function certificateId(bundle) {
  const stamp = new Date(Number(bundle.start) * 1000).toISOString().replace(/[-:]/g, "");
  return `${bundle.issuance.device.deviceId}:${stamp.slice(0, 13)}Z:${from(bundle)}-${to(bundle)}`;
}

export const retirement = (bytes) =>
  whole(RETIREMENT_TAG, bytes, (in_) => {
    const read = {
      requestId: in_.text(),
      owner: in_.text(),
      retired: in_.i64(),
      beneficiary: { name: in_.text(), id: in_.text(), country: in_.text(), location: in_.text() },
      purpose: in_.text(),
      mainReason: in_.choice(2),
      periodStart: in_.i64(),
      periodEnd: in_.i64(),
      onBehalfOf: in_.text(),
      note: in_.text(),
      lines: in_.list(LINES_MAX, () => certificate(in_.blob())),
    };
    must(read.periodStart < read.periodEnd, "the period of use ends before it starts");
    must(read.lines.length >= 1, "a retirement has at least one line");
    return read;
  });

/** The issuance record that issuing this claim for this device makes; compared with the certificate's byte for byte. */
export async function expectedIssuance(of, claimed, given) {
  const { statement: run } = claimed;
  const boundary = (interval) => run.start + BigInt(run.intervalSeconds) * BigInt(interval);
  const start = boundary(claimed.firstInterval);
  const end = boundary(claimed.firstInterval + claimed.envelope.length);
  const validFrom = run.origin === "LIVE" ? end : given.issued;
  const support = of.standing.filter((each) => each.flagged && each.start < end && start < each.end);
  const marks = new Set();
  if (run.origin !== "LIVE") marks.add(run.origin);
  if (run.signatory === AGENT_FROM_POWER) marks.add("REGISTER_FROM_POWER");
  if (run.signatory === AGENT) marks.add("METERING_AGENT");
  claimed.marks.forEach((mark) => marks.add(mark));
  const out = new Writer("REC-ISSUANCE-2")
    .blob(await attributesOf(of))
    .text(given.issuingBody)
    .i64(given.issued)
    .i64(monthsAfter(validFrom, TRADABLE_MONTHS))
    .i64(monthsAfter(validFrom, VALID_MONTHS))
    .raw(await sha256(claimed.bytes))
    .raw(await sha256(claimed.signed.bytes))
    .raw(claimed.evidenceRoot)
    .u8(claimed.finding)
    .i32(marks.size);
  marks.forEach((mark) => out.text(mark));
  out.text(claimed.model).i32(support.length);
  support.forEach(({ scheme, kind }) => out.text(`${scheme}/${kind}`));
  return out.toBytes();
}

async function attributesOf(of) {
  const out = new Writer("REC-ATTRIBUTES-2")
    .raw(await sha256(of.bytes))
    .text(of.deviceId)
    .text(of.name)
    .text(of.owner)
    .u8(of.technology)
    .i64(of.capacityW)
    .text(of.country)
    .text(of.zone)
    .text(of.region)
    .i32(of.latitude)
    .i32(of.longitude)
    .i64(of.operationalSince)
    .text(of.meteringPointId)
    .i32(of.support.length);
  of.support.forEach((support) => out.text(support));
  return out.i32(of.emissionFactor).blob(of.profile.bytes).toBytes();
}

/** Calendar months later in UTC; a day that the month lacks is its last one. */
function monthsAfter(epochSecond, months) {
  const at = new Date(Number(epochSecond) * 1000);
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const days = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), days));
  return BigInt(moved.getTime() / 1000);
}
