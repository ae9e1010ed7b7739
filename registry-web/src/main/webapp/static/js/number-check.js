// A statement number is the first 80 bits of SHA-256(ledger transaction id, output index), in Crockford's base 32.
// The visitor's own browser recomputes it here, so that a number cannot be put on another transaction by whoever serves the page.
(() => {
  "use strict";
  const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const OUTPUTS_MAX = 64; // a retirement stands among the first outputs of its transaction
  const SYMBOLS = 16;
  const place = document.getElementById("number-check");
  if (!place || !window.crypto?.subtle) return;

  const bytes = (hex) => Uint8Array.from(hex.match(/../g), (pair) => parseInt(pair, 16));

  const number = (digest) => {
    let bits = 0n;
    for (const byte of digest.slice(0, 10)) bits = (bits << 8n) | BigInt(byte);
    let text = "";
    for (let at = 0; at < SYMBOLS; at++) {
      text = ALPHABET[Number(bits & 31n)] + text;
      bits >>= 5n;
    }
    return "RS-" + text.match(/.{4}/g).join("-");
  };

  const derivedFrom = async (statement, transaction) => {
    for (let index = 0; index < OUTPUTS_MAX; index++) {
      const input = new Uint8Array([...bytes(transaction), index]);
      const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", input));
      if (number(digest) === statement) return true;
    }
    return false;
  };

  derivedFrom(place.dataset.statement, place.dataset.transaction).then((fits) => {
    place.className = fits ? "notice good" : "notice bad";
    place.dataset.outcome = fits ? "fits" : "differs";
    place.querySelector("p").textContent = fits
      ? "Recomputed in your browser: this number belongs to ledger transaction " + place.dataset.transaction.slice(0, 12) + "… and to no other."
      : "Recomputed in your browser: this number does not belong to the transaction shown. Do not rely on this page; check the bundle offline.";
  });
})();
