// The links from the meter's register and the camera's clip to the claim. Each says what is wrong, or nothing.
import { equal, hex, sha256 } from "./bytes.js";
import { KEY_NAMES } from "./bundle.js";
import { isSignedBy, keyId } from "./keys.js";
import { rootOf } from "./merkle.js";
import { CAMERA_REQUIRED, reading } from "./records.js";

const HOLDS = "";
const short = (bytes) => hex(bytes).slice(0, 12) + "…";

export async function publishedKeys({ bundle, published }) {
  if (!KEY_NAMES.every((name) => equal(bundle.keys[name], published[name]))) {
    return "the bundle's keys are not the published ones";
  }
  const known = [published.claims, published.vision];
  return bundle.device.verifiers.every((verifier) => known.some((key) => equal(key, verifier)))
    ? HOLDS
    : "the device trusts a verifier whose key is not published";
}

export async function meterSignature({ bundle: { device, claim } }) {
  const { statement, signed, deviceId } = claim.claim;
  if (statement.meterId !== device.meterId || deviceId !== device.deviceId) {
    return `the statement is of meter ${statement.meterId} for device ${deviceId}`;
  }
  return (await isSignedBy(signed, device.meterKey, signed.record))
    ? HOLDS
    : "the statement's signature is not the registered meter's";
}

export async function readingsRoot({ bundle: { readings, claim } }) {
  const { statement } = claim.claim;
  if (readings.length !== statement.readingCount) {
    return `${readings.length} readings, the statement counts ${statement.readingCount}`;
  }
  const root = await rootOf(readings);
  return equal(root, statement.readingsRoot) ? HOLDS : `root ${short(root)}, signed ${short(statement.readingsRoot)}`;
}

export async function registerDifference({ bundle: { readings, claim } }) {
  const { statement, envelope, firstInterval } = claim.claim;
  const { registers } = statement;
  if (registers.some((register, at) => at > 0 && register < registers[at - 1])) return "the register falls";
  for (const encoded of readings) {
    const { registerWh } = reading(encoded);
    if (registerWh < registers[0] || registerWh > registers[registers.length - 1]) {
      return `a reading's register of ${registerWh} Wh lies outside the statement's`;
    }
  }
  for (let i = 0; i < envelope.length; i++) {
    const energy = registers[firstInterval + i + 1] - registers[firstInterval + i];
    const { minWh, maxWh } = envelope[i];
    if (energy < minWh || energy > maxWh) return `${energy} Wh lies outside the permitted ${minWh} to ${maxWh} Wh`;
  }
  return HOLDS;
}

export async function captureSignature({ bundle: { device, verdicts, claim } }) {
  if (device.cameraPolicy === CAMERA_REQUIRED && verdicts.length === 0) {
    return "the device's policy requires a camera and there is no clip";
  }
  for (const { capture, captured } of verdicts) {
    const camera = device.cameras.find(({ cameraId }) => cameraId === captured.cameraId);
    if (!camera || !(await isSignedBy(capture, camera.key, capture.record))) {
      return `clip ${short(captured.clip)} is not signed by a camera of the device`;
    }
    if (captured.deviceId !== device.deviceId || !isClaimed(claim.claim, captured.start, captured.end)) {
      return `clip ${short(captured.clip)} is of another device or time`;
    }
  }
  return HOLDS;
}

function isClaimed({ statement, envelope, firstInterval }, start, end) {
  if (start >= end) return false;
  const seconds = BigInt(statement.intervalSeconds);
  return envelope.some((_, i) => {
    const from = statement.start + seconds * BigInt(firstInterval + i);
    return from <= start && end <= from + seconds;
  });
}

export async function verdictSignature({ bundle: { verdicts }, published }) {
  for (const { capture, verdict, captured, seen } of verdicts) {
    if (!(await isSignedBy(verdict, published.vision, verdict.record))) {
      return `the verdict on clip ${short(seen.clip)} is not signed by the published verifier`;
    }
    const same =
      equal(seen.capture, await sha256(capture.bytes)) &&
      equal(seen.clip, captured.clip) &&
      ["deviceId", "cameraId", "start", "end"].every((field) => seen[field] === captured[field]);
    if (!same) return "a verdict speaks of another capture";
  }
  return HOLDS;
}

export async function verdictRecord({ bundle: { verdicts } }) {
  for (const { record, seen } of verdicts) {
    if (!equal(await sha256(record), seen.record)) return `the record on clip ${short(seen.clip)} is not the signed one`;
  }
  return HOLDS;
}

export async function evidenceRoot({ bundle: { claim, verdicts } }) {
  const root = await rootOf([claim.claim.signed.bytes, ...verdicts.map(({ verdict }) => verdict.bytes)]);
  const { evidenceRoot: claimed } = claim.claim;
  return equal(root, claimed) ? HOLDS : `root ${short(root)}, claimed ${short(claimed)}`;
}

/** Every signature has to be good, not only enough of them. */
export async function claimQuorum({ bundle: { claim, device } }) {
  const message = claim.claim.bytes;
  const signers = new Set();
  for (const signature of claim.signatures) {
    const signer = await signerOf(signature, device.verifiers, message);
    if (signer === null) return `a signature of key ${short(signature.keyId)} on the claim is not a verifier's`;
    signers.add(signer);
  }
  return signers.size >= device.quorum ? HOLDS : `${signers.size} of ${device.quorum} verifiers signed the claim`;
}

async function signerOf(signature, verifiers, message) {
  for (const verifier of verifiers) {
    if (await isSignedBy(signature, verifier, message)) return hex(await keyId(verifier));
  }
  return null;
}
