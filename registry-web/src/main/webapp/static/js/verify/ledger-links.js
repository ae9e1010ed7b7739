// The links from the claim to the certificate, its owners and its retirement. Each says what is wrong, or nothing.
import { equal, hex, sha256 } from "./bytes.js";
import { BUNDLE_TAG, RETIREMENT_TAG, certificate, certificateId, expectedIssuance, from, to } from "./records.js";
import { computedId, consumes, covers, recordsIn } from "./transaction.js";

const HOLDS = "";
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const short = (bytes) => hex(bytes).slice(0, 12) + "…";

export async function deviceDigest({ bundle: { certificate: held, device } }) {
  const digest = await sha256(device.bytes);
  const named = held.issuance.device.deviceDigest;
  return equal(named, digest) ? HOLDS : `the certificate names ${short(named)}, the record is ${short(digest)}`;
}

export async function certificateFields({ bundle }) {
  const { certificate: held, device, claim, transactions } = bundle;
  if (certificateId(held) !== bundle.certificateId) return `the certificate's own id is ${certificateId(held)}`;
  const expected = await expectedIssuance(device, claim.claim, held.issuance);
  if (!equal(expected, held.issuance.bytes)) return "the certificate was issued from another claim or device";
  const onLedger = transactions.some(({ outputs }) => holds(outputs, BUNDLE_TAG, held.bytes));
  return onLedger ? HOLDS : "no transaction has this certificate among its outputs";
}

const holds = (outputs, tag, bytes) =>
  outputs.some((output) => recordsIn(output, tag).some((record) => equal(record, bytes)));

const holdsTheSerials = (bundle) => (record) => {
  const held = certificate(record);
  return (
    held.issuance.device.deviceId === bundle.device.deviceId &&
    from(held) <= from(bundle.certificate) &&
    to(held) >= to(bundle.certificate)
  );
};

/** The bundle that the first transaction issued with the serials of this certificate; null when there is none. */
function issued(bundle) {
  for (const output of bundle.transactions[0].outputs) {
    const record = recordsIn(output, BUNDLE_TAG).find(holdsTheSerials(bundle));
    if (record) return certificate(record);
  }
  return null;
}

/** The energy of every interval that was issued is what the register moved by in it. */
export async function issuedDifference({ bundle }) {
  const whole = issued(bundle);
  if (!whole) return "the first transaction issues no certificate with these serials";
  const { statement, envelope, firstInterval } = bundle.claim.claim;
  let claimed = 0n;
  for (let i = 0; i < envelope.length; i++) {
    const energy = statement.registers[firstInterval + i + 1] - statement.registers[firstInterval + i];
    const start = statement.start + BigInt(statement.intervalSeconds * (firstInterval + i));
    const serials = serialsIn(whole, start);
    if (serials !== energy) return `the register moved by ${energy} Wh and ${serials} Wh were issued`;
    claimed += energy;
  }
  return to(whole) - from(whole) === claimed ? HOLDS : "more was issued than claimed";
}

function serialsIn(whole, start) {
  const seconds = BigInt(whole.intervalSeconds);
  for (let i = 0; i + 1 < whole.serials.length; i++) {
    if (whole.start + seconds * BigInt(i) === start) return whole.serials[i + 1] - whole.serials[i];
  }
  return 0n;
}

export async function transactionId({ bundle: { transactions } }) {
  for (const transaction of transactions) {
    const computed = await computedId(transaction);
    if (computed === null) return `transaction ${short(transaction.txId)} has no salt of 32 bytes`;
    if (!equal(computed, transaction.txId)) {
      return `transaction ${short(transaction.txId)} has the components of ${short(computed)}`;
    }
  }
  return HOLDS;
}

export async function issuerSignature({ bundle: { transactions }, published }) {
  const wrong = await wrongSignatureOf(published.issuingBody, transactions);
  if (wrong) return wrong;
  return (await isSignedByKey(transactions[0], published.issuingBody))
    ? HOLDS
    : `the issue ${short(transactions[0].txId)} is not signed by the published issuing body`;
}

export async function notarySignature({ bundle: { transactions }, published }) {
  for (const transaction of transactions) {
    if (!(await isSignedByKey(transaction, published.notary))) {
      return `transaction ${short(transaction.txId)} is not signed by the published notary`;
    }
  }
  return wrongSignatureOf(published.notary, transactions);
}

async function isSignedByKey(transaction, key) {
  for (const signature of transaction.signatures) {
    if (equal(signature.by, key) && (await covers(signature, transaction.txId))) return true;
  }
  return false;
}

async function wrongSignatureOf(key, transactions) {
  for (const { txId, signatures } of transactions) {
    for (const signature of signatures) {
      if (equal(signature.by, key) && !(await covers(signature, txId))) {
        return `a signature on ${short(txId)} is not that of the key it names`;
      }
    }
  }
  return HOLDS;
}

export async function ownershipChain({ bundle }) {
  const { transactions } = bundle;
  for (const { txId, signatures } of transactions) {
    for (const signature of signatures) {
      if (!(await covers(signature, txId))) return `a signature on ${short(txId)} is not good`;
    }
  }
  let held = holder(bundle, transactions[0]);
  for (let i = 1; i < transactions.length; i++) {
    if (!held) return `transaction ${short(transactions[i - 1].txId)} leaves no certificate with these serials`;
    if (!consumes(transactions[i], held)) {
      return `transaction ${short(transactions[i].txId)} does not consume output ${held.index} of ${short(held.txId)}`;
    }
    held = holder(bundle, transactions[i]);
  }
  return HOLDS;
}

function holder(bundle, { txId, outputs }) {
  const index = outputs.findIndex((output) => recordsIn(output, BUNDLE_TAG).some(holdsTheSerials(bundle)));
  return index < 0 ? null : { txId, index };
}

export async function retirementLines({ bundle }) {
  const { retirement, statementNo, certificate: held, transactions } = bundle;
  if (!retirement) return statementNo === null ? HOLDS : "a statement number without a retirement";
  if (statementNo === null) return "a retirement without its statement number";
  const listed = retirement.lines.some(
    (line) =>
      from(line) <= from(held) && to(line) >= to(held) && equal(line.issuance.bytes, held.issuance.bytes),
  );
  if (!listed) return "the retirement does not list this certificate";
  const last = transactions[transactions.length - 1];
  for (let index = 0; index < last.outputs.length; index++) {
    const here = recordsIn(last.outputs[index], RETIREMENT_TAG).some((record) => equal(record, retirement.bytes));
    if (here && (await statementNumber(last.txId, index)) === statementNo) return HOLDS;
  }
  return `the last transaction holds no retirement with the number ${statementNo}`;
}

/** The first 80 bits of SHA-256(transaction id, output index) in Crockford's base 32. */
export async function statementNumber(txId, index) {
  const hash = await sha256(txId, Uint8Array.of(index & 0xff));
  let text = "RS";
  for (let i = 0; i < 16; i++) {
    if (i % 4 === 0) text += "-";
    const bit = i * 5;
    const pair = (hash[bit >> 3] << 8) | hash[(bit >> 3) + 1];
    text += CROCKFORD[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

export async function serialRange({ bundle }) {
  const { certificate: held } = bundle;
  const whole = issued(bundle);
  if (!whole) return `serials ${from(held)}-${to(held)} were not issued`;
  return equalPiece(whole, held) ? HOLDS : "the serials belong to other hours than the certificate says";
}

/** Whether {@code piece} is what a cut of {@code whole} at its serials leaves: the same hours, the same watt-hours. */
function equalPiece(whole, piece) {
  if (!equal(whole.issuance.bytes, piece.issuance.bytes) || whole.intervalSeconds !== piece.intervalSeconds) return false;
  const [low, high] = [from(piece), to(piece)];
  const cut = whole.serials.map((serial) => (serial < low ? low : serial > high ? high : serial));
  let first = 0;
  let last = cut.length - 1;
  while (first < last && cut[first + 1] === cut[first]) first++;
  while (last > first && cut[last] === cut[last - 1]) last--;
  const serials = cut.slice(first, last + 1);
  const start = whole.start + BigInt(first * whole.intervalSeconds);
  return start === piece.start && serials.length === piece.serials.length && serials.every((s, i) => s === piece.serials[i]);
}
