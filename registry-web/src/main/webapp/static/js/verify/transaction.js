// A ledger transaction as its bytes: components by group, salt, signatures; and what is looked for inside components.
import { BrokenLink, base64, digestOf, equal, occurrences, sha256 } from "./bytes.js";
import { Writer } from "./canonical.js";
import { isKey, isValid } from "./keys.js";
import { transactionId } from "./merkle.js";

const GROUPS_MAX = 16;
const COMPONENTS_MAX = 4_096;
const SIGNATURES_MAX = 64;
const SIGNED_BYTES_MAX = 8_192;
const SALT_BYTES = 32;
const BINARY_SHORT = 0xa0;
const BINARY_LONG = 0xb0;
const SMALL_INT = 0x54;
const INT = 0x71;
const DESCRIBED = 0x00;
const SYMBOL = 0xa3;

export function readTransaction(node, fields) {
  const link = "transaction-id";
  fields(node, "transactions", link, ["txId", "privacySalt", "groups", "signatures"]);
  const groups = new Map();
  for (const group of list(node.groups, GROUPS_MAX, link, "groups")) readGroup(group, groups, fields);
  const signatures = list(node.signatures, SIGNATURES_MAX, link, "signatures").map((each) => readSignature(each, fields));
  return {
    txId: digestOf(node.txId, link, "transactions.txId"),
    salt: base64(node.privacySalt, link, "transactions.privacySalt"),
    groups,
    signatures,
    inputs: groups.get(0) ?? [],
    outputs: groups.get(1) ?? [],
  };
}

export function list(value, max, link, where) {
  if (!Array.isArray(value) || value.length > max) throw new BrokenLink(link, `${where} is no list of at most ${max}`);
  return value;
}

function readGroup(node, groups, fields) {
  const link = "transaction-id";
  fields(node, "transactions.groups", link, ["ordinal", "components"]);
  const components = list(node.components, COMPONENTS_MAX, link, "components").map((component) =>
    base64(component, link, "components"),
  );
  const ordinal = node.ordinal;
  if (!Number.isInteger(ordinal) || ordinal < 0 || ordinal >= GROUPS_MAX || components.length === 0) {
    throw new BrokenLink(link, `a group of components has ordinal ${ordinal} or is empty`);
  }
  if (groups.has(ordinal)) throw new BrokenLink(link, `group ${ordinal} of a transaction is there twice`);
  groups.set(ordinal, components);
}

function readSignature(node, fields) {
  const link = "notary-signature";
  fields(node, "transactions.signatures", link, ["by", "signature", "signed"]);
  const read = {
    by: base64(node.by, link, "transactions.signatures.by"),
    signature: base64(node.signature, link, "transactions.signatures.signature"),
    signed: base64(node.signed, link, "transactions.signatures.signed"),
  };
  if (!isKey(read.by) || read.signed.length > SIGNED_BYTES_MAX) {
    throw new BrokenLink(link, "a signature's key or signed record is empty or too long");
  }
  return read;
}

/** The id that follows from the components; null for a salt that is none. */
export async function computedId(transaction) {
  return transaction.salt.length === SALT_BYTES && transaction.groups.size > 0
    ? transactionId(transaction.salt, transaction.groups)
    : null;
}

/** A party names the id; a notary names the root of its batch, which for a batch of one is the id's hash. */
export async function covers(signature, txId) {
  const named = occurrences(signature.signed, txId) + occurrences(signature.signed, await sha256(txId));
  return named === 1 && isValid(signature.by, signature.signed, signature.signature);
}

const found = new WeakMap();

/** Every binary value of a component that starts with a kernel record's tag, in order. */
export function recordsIn(component, tag) {
  const byTag = found.get(component) ?? new Map();
  found.set(component, byTag);
  if (!byTag.has(tag)) byTag.set(tag, search(component, new Writer(tag).toBytes()));
  return byTag.get(tag);
}

function search(bytes, start) {
  const records = [];
  for (let at = 0; at < bytes.length; at++) {
    const value = binaryAt(bytes, at, start);
    if (value) {
      records.push(value);
      at += value.length;
    }
  }
  return records;
}

function binaryAt(bytes, at, start) {
  const code = bytes[at];
  const header = code === BINARY_SHORT ? 2 : 5;
  if ((code !== BINARY_SHORT && code !== BINARY_LONG) || at + header > bytes.length) return null;
  const length = code === BINARY_SHORT ? bytes[at + 1] : int32(bytes, at + 1);
  const from = at + header;
  if (length < start.length || length > bytes.length - from) return null;
  return start.every((byte, i) => bytes[from + i] === byte) ? bytes.slice(from, from + length) : null;
}

const int32 = (bytes, at) => new DataView(bytes.buffer, bytes.byteOffset + at, 4).getInt32(0);

/** The output that an input component refers to: a whole number followed by a hash of 32 bytes; null when it is none. */
export function referenceIn(component) {
  for (let at = 0; at + 2 + 32 <= component.length; at++) {
    if (component[at] === BINARY_SHORT && component[at + 1] === 32) {
      const index = indexBefore(component, at);
      return index === null ? null : { txId: component.slice(at + 2, at + 34), index };
    }
  }
  return null;
}

function indexBefore(bytes, at) {
  for (let i = at - 2; i >= 5; i--) {
    if (bytes[i] === DESCRIBED && bytes[i + 1] === SYMBOL) {
      if (bytes[i - 2] === SMALL_INT) return (bytes[i - 1] << 24) >> 24;
      return bytes[i - 5] === INT ? int32(bytes, i - 4) : null;
    }
  }
  return null;
}

export const consumes = (transaction, held) =>
  transaction.inputs.some((input) => {
    const reference = referenceIn(input);
    return reference !== null && reference.index === held.index && equal(reference.txId, held.txId);
  });
