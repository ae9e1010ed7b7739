// Checks a bundle that the visitor has as a file, without sending it anywhere.
import { browserKnowsEdwards } from "./keys.js";
import { certificateId } from "./records.js";
import { verify } from "./verification.js";
import { german, words } from "./words.js";

/** A bundle of a day with a thousand clips is a few MiB. */
const FILE_BYTES_MAX = 64 * 1024 * 1024;

const field = document.getElementById("bundle");
const place = document.getElementById("file-outcome");

function say(tone, outcome, title, lines = [], english = false) {
  place.className = "notice " + tone;
  place.dataset.outcome = outcome;
  const heading = document.createElement("h3");
  heading.textContent = title;
  const rest = lines.map((line) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    if (english && german) paragraph.lang = "en";
    return paragraph;
  });
  place.replaceChildren(heading, ...rest);
}

async function look(file) {
  if (file.size > FILE_BYTES_MAX) return say("bad", "broken", words.file.tooLong);
  if (!(await browserKnowsEdwards())) return say("hold", "unchecked", words.file.unable);
  say("", "checking", words.file.checking);
  const answer = await fetch("/api/v1/keys");
  const keys = await answer.json();
  const { checks, bundle } = await verify(await file.text(), keys.keys ?? keys);
  const broken = checks.find(({ ok }) => !ok);
  if (broken) return say("bad", "broken", words.file.broken(broken.link), [broken.detail], true);
  const lines = [words.file.certificate(certificateId(bundle.certificate))];
  if (bundle.statementNo) lines.push(words.file.statement(bundle.statementNo, bundle.retirement.beneficiary.name));
  return say("good", "valid", words.file.holds(checks.length), lines);
}

field.addEventListener("change", async () => {
  if (field.files.length === 0) return;
  try {
    await look(field.files[0]);
  } catch {
    say("hold", "unchecked", words.file.unfetched);
  }
});
