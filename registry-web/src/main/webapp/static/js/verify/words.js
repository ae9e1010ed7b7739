// What the pages of verification say while they check, in the language of their content. What exactly is broken in a link is
// said in English only, and marked so.
export const german = document.getElementById("main").closest("[lang]").lang === "de";

const ENGLISH = {
  states: { ok: "holds", bad: "does not hold", running: "is being checked", open: "not checked yet", none: "not needed here" },
  at: (number, all) => `Certificate ${number} of ${all}`,
  checked: (done, all) => `${done} of ${all} ${all === 1 ? "certificate" : "certificates"} checked`,
  broken: "This statement does not hold",
  brokenBy: "checked by your browser: see what is broken below",
  genuine: "This statement is genuine",
  byLink: "checked by your browser, link by link",
  bySome: (done) => `checked by your browser for ${done} of its certificates`,
  rest: (number) => `Check the other ${number}`,
  stands: "The ledger holds this statement",
  unable: "not checked: this browser cannot check Ed25519 signatures",
  newer: "Use a newer browser, or check the bundle offline",
  checking: "being checked by your browser",
  unfetched: "not checked: its evidence cannot be fetched just now",
  silent: (message) => `${message}. Try again in a moment.`,
  file: {
    tooLong: "This file is too long to be a provenance bundle.",
    unable: "This browser cannot check Ed25519 signatures. Use a newer one.",
    checking: "Checking…",
    broken: (link) => `The link “${link}” does not hold`,
    certificate: (id) => `Certificate ${id}`,
    statement: (number, name) => `Statement ${number}, for ${name}`,
    holds: (links) => `All ${links} links hold`,
    unfetched: "The published keys cannot be fetched just now. Try again in a moment.",
  },
};

const GERMAN = {
  states: { ok: "hält", bad: "hält nicht", running: "wird geprüft", open: "noch nicht geprüft", none: "hier nicht nötig" },
  at: (number, all) => `Herkunftsnachweis ${number} von ${all}`,
  checked: (done, all) => `${done} von ${all} ${all === 1 ? "Herkunftsnachweis" : "Herkunftsnachweisen"} geprüft`,
  broken: "Dieser Nachweis hält nicht",
  brokenBy: "von Ihrem Browser geprüft: was gebrochen ist, steht unten",
  genuine: "Dieser Nachweis ist echt",
  byLink: "von Ihrem Browser geprüft, Glied für Glied",
  bySome: (done) => `von Ihrem Browser für ${done} seiner Herkunftsnachweise geprüft`,
  rest: (number) => `Die übrigen ${number} prüfen`,
  stands: "Dieser Nachweis steht im Register",
  unable: "nicht geprüft: dieser Browser kann Ed25519-Signaturen nicht prüfen",
  newer: "Verwenden Sie einen neueren Browser, oder prüfen Sie das Bündel ohne Netz",
  checking: "wird von Ihrem Browser geprüft",
  unfetched: "nicht geprüft: seine Belege sind gerade nicht abrufbar",
  silent: () => "Das Register antwortet nicht. Versuchen Sie es gleich noch einmal.",
  file: {
    tooLong: "Diese Datei ist zu lang für ein Herkunftsbündel.",
    unable: "Dieser Browser kann Ed25519-Signaturen nicht prüfen. Verwenden Sie einen neueren.",
    checking: "Wird geprüft …",
    broken: (link) => `Das Glied „${link}“ hält nicht`,
    certificate: (id) => `Herkunftsnachweis ${id}`,
    statement: (number, name) => `Nachweis ${number}, für ${name}`,
    holds: (links) => `Alle ${links} Glieder halten`,
    unfetched: "Die veröffentlichten Schlüssel sind gerade nicht abrufbar. Versuchen Sie es gleich noch einmal.",
  },
};

export const words = german ? GERMAN : ENGLISH;
