// Looks at every link of a provenance bundle, in the order of "ops/registry verify", trusting five published keys only.
import { BrokenLink } from "./bytes.js";
import { readBundle, readKeys } from "./bundle.js";
import { Malformed } from "./canonical.js";
import * as evidence from "./evidence-links.js";
import * as ledger from "./ledger-links.js";

/** Each link with its questions. The order is the order in which a first broken link is named. */
const LINKS = [
  ["bundle-format", []],
  ["published-keys", [evidence.publishedKeys]],
  ["device-digest", [ledger.deviceDigest]],
  ["meter-signature", [evidence.meterSignature]],
  ["readings-root", [evidence.readingsRoot]],
  ["register-difference", [evidence.registerDifference, ledger.issuedDifference]],
  ["capture-signature", [evidence.captureSignature]],
  ["verdict-signature", [evidence.verdictSignature]],
  ["verdict-record", [evidence.verdictRecord]],
  ["evidence-root", [evidence.evidenceRoot]],
  ["claim-quorum", [evidence.claimQuorum]],
  ["certificate-fields", [ledger.certificateFields]],
  ["transaction-id", [ledger.transactionId]],
  ["issuer-signature", [ledger.issuerSignature]],
  ["notary-signature", [ledger.notarySignature]],
  ["ownership-chain", [ledger.ownershipChain]],
  ["retirement-lines", [ledger.retirementLines]],
  ["serial-range", [ledger.serialRange]],
];

export const LINK_NAMES = LINKS.map(([name]) => name);

/** A record that contradicts itself is a broken link too. */
async function answer(question, subject) {
  try {
    return await question(subject);
  } catch (broken) {
    if (broken instanceof Malformed) return `a record contradicts itself: ${broken.message}`;
    throw broken;
  }
}

async function look(name, questions, subject) {
  for (const question of questions) {
    const wrong = await answer(question, subject);
    if (wrong) return { link: name, ok: false, detail: wrong };
  }
  return { link: name, ok: true, detail: "" };
}

/**
 * Checks a bundle given as text or object. Resolves to {checks, bundle}: a check for each link, or only the one that its
 * unreadable part belongs to (then bundle is null).
 */
export async function verify(given, publishedKeys, onCheck = () => {}) {
  let bundle;
  let published;
  try {
    published = readKeys(publishedKeys);
    bundle = readBundle(typeof given === "string" ? JSON.parse(given) : given);
  } catch (broken) {
    if (!(broken instanceof BrokenLink) && !(broken instanceof SyntaxError)) throw broken;
    const check = { link: broken.link ?? "bundle-format", ok: false, detail: broken.message };
    onCheck(check);
    return { checks: [check], bundle: null };
  }
  const checks = [];
  for (const [name, questions] of LINKS) {
    const check = await look(name, questions, { bundle, published });
    checks.push(check);
    onCheck(check);
  }
  return { checks, bundle };
}
