// The verification page: every certificate of the statement is checked here, in the visitor's own browser.
import { equal, hex } from "./bytes.js";
import { browserKnowsEdwards, keyId } from "./keys.js";
import { readKeys } from "./bundle.js";
import { from, to } from "./records.js";
import { verify } from "./verification.js";
import { german, words } from "./words.js";

/** Certificates that are checked without being asked; a statement over a year has hundreds. */
const CHECKED_AT_ONCE_MAX = 24;

const outcome = document.getElementById("outcome");
const statementNo = outcome.dataset.statement;
const facts = document.getElementById("page-facts").dataset;
const certificates = [...document.querySelectorAll("#page-facts [data-certificate]")].map((each) => each.dataset.certificate);
const rows = new Map([...document.querySelectorAll("[data-link]")].map((row) => [row.dataset.link, row]));
const progress = document.getElementById("chain-progress");
/** What there is nothing to check of when a plant has no camera. */
const OF_FOOTAGE = new Set(["capture-signature", "verdict-signature", "verdict-record"]);

function mark(row, state, detail = "") {
  if (row.dataset.state === "bad") return; // what is broken once stays broken
  if (row.dataset.state === "ok" && state === "none") return;
  row.dataset.state = state;
  row.querySelector("[data-word]").textContent = words.states[state];
  const line = row.querySelector("[data-detail]");
  line.hidden = !detail;
  line.textContent = detail;
  if (german) line.lang = "en";
}

function say(state, title, by) {
  outcome.dataset.outcome = state;
  outcome.className = "outcome " + { valid: "", broken: "bad", unchecked: "wait", checking: "wait" }[state];
  if (outcome.dataset.reversed) {
    outcome.className = "outcome bad"; // every link may hold, and still it was taken back; the page says when and why
  } else {
    document.getElementById("outcome-title").textContent = title;
  }
  document.getElementById("outcome-by").textContent = by;
}

async function json(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  return answer.text();
}

async function showFingerprints(keys) {
  for (const [name, key] of Object.entries(keys)) {
    const place = document.querySelector(`[data-key="${name}"]`);
    if (place) place.textContent = hex(await keyId(key)).replace(/(.{8})(?=.)/g, "$1 ");
  }
}

/** Whether the words of this page are those of the retirement that the bundle proves. */
function pageFacts({ retirement, certificate }, certificateId) {
  if (!retirement) return "the bundle holds no retirement";
  const said = {
    beneficiary: retirement.beneficiary.name,
    country: retirement.beneficiary.country,
    purpose: retirement.purpose,
    owner: retirement.owner,
    start: String(retirement.periodStart),
    end: String(retirement.periodEnd),
    retired: String(retirement.retired),
    quantity: String(retirement.lines.reduce((sum, line) => sum + to(line) - from(line), 0n)),
  };
  const other = Object.keys(said).find((name) => said[name] !== facts[name]);
  if (other) return `the page says “${facts[other]}” for ${other}, the ledger says “${said[other]}”`;
  const listed = retirement.lines.some((line) => equal(line.bytes, certificate.bytes));
  return listed ? "" : `${certificateId} is not a line of the retirement`;
}

/** True when every link of one certificate holds. */
async function checkOne(certificateId, keys) {
  const address = `/api/v1/public/statements/${statementNo}/provenance?certificate=${encodeURIComponent(certificateId)}`;
  const { checks, bundle } = await verify(await json(address), keys);
  if (bundle) {
    const wrong = pageFacts(bundle, certificateId);
    const other = bundle.statementNo !== statementNo || bundle.certificateId !== certificateId;
    checks.push({ link: "page-facts", ok: !wrong && !other, detail: other ? "the bundle is of another statement" : wrong });
  }
  for (const { link, ok, detail } of checks) {
    const none = ok && bundle?.verdicts.length === 0 && OF_FOOTAGE.has(link);
    if (rows.has(link)) mark(rows.get(link), none ? "none" : ok ? "ok" : "bad", ok ? "" : `${certificateId}: ${detail}`);
  }
  return bundle !== null && checks.every(({ ok }) => ok);
}

async function run(wanted, already = 0) {
  for (const row of rows.values()) if (row.dataset.state === "open") mark(row, "running");
  const keys = JSON.parse(await json("/api/v1/keys"));
  const published = keys.keys ?? keys;
  await showFingerprints(readKeys(published));
  let whole = true;
  for (const [at, certificateId] of wanted.entries()) {
    progress.textContent = words.at(already + at + 1, certificates.length);
    whole = (await checkOne(certificateId, published)) && whole;
  }
  const done = already + wanted.length;
  progress.textContent = words.checked(done, certificates.length);
  conclude(whole, done);
}

function conclude(whole, done) {
  if (!whole) {
    say("broken", words.broken, words.brokenBy);
  } else {
    const all = done === certificates.length;
    say("valid", words.genuine, all ? words.byLink : words.bySome(done));
    if (!all) offerTheRest(done);
  }
}

function offerTheRest(done) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button quiet tight";
  button.textContent = words.rest(certificates.length - done);
  button.addEventListener("click", () => {
    button.remove();
    start(certificates.slice(done), done);
  });
  progress.after(button);
}

async function start(wanted, already) {
  try {
    if (!window.crypto?.subtle || !(await browserKnowsEdwards())) {
      say("unchecked", words.stands, words.unable);
      progress.textContent = words.newer;
      return;
    }
    outcome.dataset.outcome = "checking";
    document.getElementById("outcome-by").textContent = words.checking;
    await run(wanted, already);
  } catch (unreachable) {
    for (const row of rows.values()) if (row.dataset.state === "running") mark(row, "open");
    say("unchecked", words.stands, words.unfetched);
    progress.textContent = words.silent(unreachable.message);
  }
}

start(certificates.slice(0, CHECKED_AT_ONCE_MAX), 0);
