// A provenance bundle as it was read: every part decoded, nothing believed yet.
import { BrokenLink, base64 } from "./bytes.js";
import { Malformed } from "./canonical.js";
import { isKey } from "./keys.js";
import * as records from "./records.js";
import { list, readTransaction } from "./transaction.js";

const FORMAT = "rec-provenance-1";
const READINGS_MAX = 8_640;
const VERDICTS_MAX = 1_024;
const TRANSACTIONS_MAX = 1_000;
const REQUIRED = ["format", "certificateId", "device", "claim", "readings", "verdicts", "certificate", "transactions", "keys"];
const OPTIONAL = ["statementNo", "retirement"];
export const KEY_NAMES = ["notary", "issuingBody", "regulator", "claims", "vision"];

/** Exactly the known names: a field too many is a byte that nobody answers for. */
function fields(node, where, link, required, optional = []) {
  if (node === null || typeof node !== "object" || Array.isArray(node)) throw new BrokenLink(link, `${where} is no object`);
  for (const name of required) {
    if (!Object.hasOwn(node, name)) throw new BrokenLink(link, `${where} has no field '${name}'`);
  }
  for (const name of Object.keys(node)) {
    if (!required.includes(name) && !optional.includes(name)) {
      throw new BrokenLink(link, `${where} has an unknown field '${name}'`);
    }
  }
}

function text(node, name) {
  if (typeof node[name] !== "string") throw new BrokenLink("bundle-format", `bundle.${name} is no text`);
  return node[name];
}

/** Decodes what a part of the bundle holds; what cannot be read breaks the link that it belongs to. */
export function decoded(bytes, decode, link) {
  try {
    return decode(bytes);
  } catch (broken) {
    if (broken instanceof Malformed) throw new BrokenLink(link, `a record cannot be read: ${broken.message}`);
    throw broken;
  }
}

export function readBundle(node) {
  fields(node, "bundle", "bundle-format", REQUIRED, OPTIONAL);
  if (text(node, "format") !== FORMAT) throw new BrokenLink("bundle-format", `format '${node.format}' is not ${FORMAT}`);
  const part = (name, decode, link) => decoded(base64(node[name], link, `bundle.${name}`), decode, link);
  const readings = list(node.readings, READINGS_MAX, "bundle-format", "readings").map((reading) =>
    base64(reading, "readings-root", "readings"),
  );
  const verdicts = list(node.verdicts, VERDICTS_MAX, "bundle-format", "verdicts").map(readSeen);
  return {
    readings,
    verdicts,
    certificateId: text(node, "certificateId"),
    statementNo: Object.hasOwn(node, "statementNo") ? text(node, "statementNo") : null,
    device: part("device", records.device, "device-digest"),
    claim: part("claim", records.signedClaim, "claim-quorum"),
    certificate: part("certificate", records.certificate, "certificate-fields"),
    transactions: readTransactions(node),
    retirement: Object.hasOwn(node, "retirement") ? part("retirement", records.retirement, "retirement-lines") : null,
    keys: readKeys(node.keys),
  };
}

function readTransactions(node) {
  const read = list(node.transactions, TRANSACTIONS_MAX, "bundle-format", "transactions").map((transaction) =>
    readTransaction(transaction, fields),
  );
  if (read.length === 0) throw new BrokenLink("transaction-id", "the bundle has no transaction");
  return read;
}

/** A clip's capture, what the verifier said about it, and the bytes of the measurement record. */
function readSeen(node) {
  fields(node, "verdicts", "verdict-signature", ["capture", "verdict", "record"]);
  const signed = (name, link) => decoded(base64(node[name], link, `verdicts.${name}`), records.signedRecord, link);
  const capture = signed("capture", "capture-signature");
  const verdict = signed("verdict", "verdict-signature");
  const record = base64(node.record, "verdict-record", "verdicts.record");
  return {
    capture,
    verdict,
    record,
    captured: decoded(capture.record, records.capture, "capture-signature"),
    seen: decoded(verdict.record, records.verdict, "verdict-signature"),
  };
}

/** The five published keys; the only thing that is trusted. */
export function readKeys(node) {
  fields(node, "keys", "published-keys", KEY_NAMES);
  const keys = {};
  for (const name of KEY_NAMES) {
    keys[name] = base64(node[name], "published-keys", `keys.${name}`);
    if (!isKey(keys[name])) throw new BrokenLink("published-keys", `keys.${name} is no key`);
  }
  return keys;
}
