// Bytes and their one accepted spelling. Nothing here knows what the bytes mean.

/** A link of the chain that does not hold, or a part that cannot be read. */
export class BrokenLink extends Error {
  constructor(link, problem) {
    super(problem);
    this.link = link;
  }
}

const HEX = /^(?:[0-9a-f]{64}|[0-9A-F]{64})$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A digest of 32 bytes, written in one case. */
export function digestOf(text, link, where) {
  if (typeof text !== "string" || !HEX.test(text)) {
    throw new BrokenLink(link, `${where} is no digest of 64 hexadecimal digits in one case`);
  }
  return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
}

/** Base64 without spare bits: decoding and encoding gives the same text again. */
export function base64(text, link, where) {
  if (typeof text === "string" && text.length % 4 === 0 && BASE64.test(text)) {
    const binary = atob(text);
    if (btoa(binary) === text) return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }
  throw new BrokenLink(link, `${where} is not base64 in its canonical spelling`);
}

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export const equal = (left, right) => left.length === right.length && left.every((byte, at) => byte === right[at]);

export async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", parts.length === 1 ? parts[0] : concat(...parts)));
}

const isAt = (bytes, at, sought) => {
  for (let i = 0; i < sought.length; i++) if (bytes[at + i] !== sought[i]) return false;
  return true;
};

/** How often {@code sought} occurs in {@code bytes}. */
export function occurrences(bytes, sought) {
  let found = 0;
  for (let at = 0; at + sought.length <= bytes.length; at++) if (isAt(bytes, at, sought)) found++;
  return found;
}
