// Signatures by WebCrypto. The algorithm is a property of the key: Ed25519, or ECDSA on P-256 with SHA-256 in DER.
import { equal, hex, sha256 } from "./bytes.js";

const ED25519 = { name: "Ed25519" };
const P256 = { name: "ECDSA", namedCurve: "P-256" };
const ED_OID = [0x06, 0x03, 0x2b, 0x65, 0x70];
const ED_OID_OFFSET = 4;
const KEY_BYTES_MAX = 1024;

const imported = new Map();

export const isKey = (spki) => spki.length > 0 && spki.length <= KEY_BYTES_MAX;

const isEdwards = (spki) => ED_OID.every((byte, at) => spki[ED_OID_OFFSET + at] === byte);

function importKey(spki) {
  const name = hex(spki);
  if (!imported.has(name)) {
    const algorithm = isEdwards(spki) ? ED25519 : P256;
    imported.set(name, crypto.subtle.importKey("spki", spki, algorithm, false, ["verify"]).catch(() => null));
  }
  return imported.get(name);
}

/** Whether this browser knows Ed25519 at all; without it nothing can be said about a signature. */
export async function browserKnowsEdwards() {
  try {
    await crypto.subtle.generateKey(ED25519, false, ["sign", "verify"]);
    return true;
  } catch {
    return false;
  }
}

export async function isValid(spki, message, signature) {
  const key = await importKey(spki);
  if (!key) return false;
  if (isEdwards(spki)) return crypto.subtle.verify(ED25519, key, signature, message);
  const raw = rawSignature(signature);
  return raw !== null && crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, raw, message);
}

/** SHA-256 over the encoded key: the name by which records refer to it. */
export const keyId = (spki) => sha256(spki);

/** Whether {@code signature}, which names a key, is that key's over the message. */
export async function isSignedBy({ keyId: named, signature }, spki, message) {
  return equal(named, await keyId(spki)) && isValid(spki, message, signature);
}

/** DER's two integers as the 64 bytes that WebCrypto wants; null when it is not exactly that. */
function rawSignature(der) {
  if (der.length < 8 || der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const raw = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1];
    const from = at + 2;
    if (der[at] !== 0x02 || length < 1 || from + length > der.length) return null;
    const padded = der[from] === 0;
    if (der[from] > 0x7f || (padded && (length === 1 || der[from + 1] < 0x80))) return null;
    const value = der.subarray(from + (padded ? 1 : 0), from + length);
    if (value.length > 32) return null;
    raw.set(value, end - value.length);
    at = from + length;
  }
  return at === der.length ? raw : null;
}
