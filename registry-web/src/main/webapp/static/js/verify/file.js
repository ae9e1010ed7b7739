// Checks a bundle that the visitor has as a file, without sending it anywhere.
import { browserKnowsEdwards } from "./keys.js";
import { certificateId } from "./records.js";
import { verify } from "./verification.js";

/** A bundle of a day with a thousand clips is a few MiB. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

const field = document.getElementById("bundle");
const place = document.getElementById("file-outcome");

function say(tone, outcome, title, lines = []) {
  place.className = "notice " + tone;
  place.dataset.outcome = outcome;
  const heading = document.createElement("h3");
  heading.textContent = title;
  const rest = lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    return paragraph;
  });
  place.replaceChildren(heading, ...rest);
}

async function look(file) {
  if (file.size > FILE_BYTES_MAX) return say("bad", "broken", "This file is too long to be a provenance bundle.");
  if (!(await browserKnowsEdwards())) return say("hold", "unchecked", "This browser cannot check Ed25519 signatures. Use a newer one.");
  say("", "checking", "Checking…");
  const answer = await fetch("/api/v1/keys");
  const keys = await answer.json();
  const { checks, bundle } = await verify(await file.text(), keys.keys ?? keys);
  const broken = checks.find(({ ok }) => !ok);
  if (broken) return say("bad", "broken", `The link “${broken.link}” does not hold`, [broken.detail]);
  const lines = [`Certificate ${certificateId(bundle.certificate)}`];
  if (bundle.statementNo) lines.push(`Statement ${bundle.statementNo}, for ${bundle.retirement.beneficiary.name}`);
  return say("good", "valid", `All ${checks.length} links hold`, lines);
}

field.addEventListener("change", async () => {
  if (field.files.length === 0) return;
  try {
    await look(field.files[0]);
  } catch {
    say("hold", "unchecked", "The published keys cannot be fetched just now. Try again in a moment.");
  }
});
