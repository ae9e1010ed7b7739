// Two trees: that of RFC 6962 over readings and evidence, and Corda's over a transaction's components.
import { concat, sha256 } from "./bytes.js";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const PADDING = new Uint8Array(32);
const MISSING_GROUP = new Uint8Array(32).fill(0xff);

/** The tree head of RFC 6962, section 2.1; of an empty tree, the hash of nothing. */
export async function rootOf(records) {
  if (records.length === 0) return sha256(new Uint8Array(0));
  return fold(await Promise.all(records.map((record) => sha256(LEAF, record))));
}

async function fold(hashes) {
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const [left, right] = await Promise.all([fold(hashes.slice(0, split)), fold(hashes.slice(split))]);
  return sha256(NODE, left, right);
}

const twice = async (first, second) => sha256(await sha256(first, second));

/** A transaction's id, recomputed from its salt and components by group. */
export async function transactionId(salt, groups) {
  const highest = Math.max(...groups.keys());
  const roots = [];
  for (let ordinal = 0; ordinal <= highest; ordinal++) {
    const components = groups.get(ordinal);
    roots.push(components ? await padded(await leaves(salt, ordinal, components)) : MISSING_GROUP);
  }
  return padded(roots);
}

const leaves = (salt, ordinal, components) =>
  Promise.all(
    components.map(async (component, index) => {
      const place = new DataView(new ArrayBuffer(8));
      place.setInt32(0, ordinal);
      place.setInt32(4, index);
      const nonce = await twice(await twice(salt, new Uint8Array(place.buffer)), component);
      return twice(nonce, component);
    }),
  );

async function padded(hashes) {
  let level = [...hashes];
  while (level.length & (level.length - 1)) level.push(PADDING);
  while (level.length > 1) {
    const above = [];
    for (let at = 0; at < level.length; at += 2) above.push(sha256(concat(level[at], level[at + 1])));
    level = await Promise.all(above);
  }
  return level[0];
}
