// Small comforts. Every page works without them: forms are plain forms, charts and tables come from the server.
(() => {
  "use strict";
  const MILLION = 1_000_000n;
  const SENT_MILLIS = 15_000; // no answer by then: the connection is gone, and sending again is safe

  const ENGLISH = {
    tooLittle: "not enough money",
    chosen: "chosen",
    first: "Choose at least one certificate first.",
    copied: "Copied",
  };
  const GERMAN = {
    tooLittle: "Guthaben reicht nicht",
    chosen: "ausgewählt",
    first: "Wählen Sie zuerst mindestens einen Herkunftsnachweis.",
    copied: "Kopiert",
  };
  // The language of the place, not of the page: the menu may be German where the content is English.
  const german = (place) => place.closest("[lang]")?.lang === "de";
  const words = (place) => (german(place) ? GERMAN : ENGLISH);
  const exchanged = (number) => number.replace(/[.,]/g, (point) => (point === "." ? "," : "."));

  // A form that is on its way is not sent a second time; the request id protects the ledger, this protects the nerves.
  for (const form of document.querySelectorAll("form[method=post]")) {
    form.addEventListener("submit", (event) => {
      const button = event.submitter;
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, SENT_MILLIS);
      if (button) {
        button.setAttribute("aria-disabled", "true");
        if (button.dataset.busy) button.textContent = button.dataset.busy;
      }
    });
  }
  // On a phone the menu is one long line: it begins where one is.
  const here = document.querySelector(".nav [aria-current]");
  const line = here?.closest("ul");
  if (line && line.scrollWidth > line.clientWidth) {
    line.scrollLeft = here.offsetLeft - line.offsetLeft - (line.clientWidth - here.offsetWidth) / 2;
  }

  // Coming back by the browser's back button must find a living form.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
    }
  });

  // What a quantity costs, while it is typed: whole minor units, rounded up as the ledger does.
  for (const field of document.querySelectorAll("[data-price-per-mwh]")) {
    const out = document.getElementById(field.dataset.total);
    const price = BigInt(field.dataset.pricePerMwh);
    const show = () => {
      const wattHours = wholeWattHours(field);
      if (!out || wattHours === null) return;
      const minor = (wattHours * price + MILLION - 1n) / MILLION;
      out.textContent = money(minor, field);
      const after = document.getElementById(field.dataset.after);
      if (after) {
        const left = BigInt(field.dataset.balance) - minor;
        after.textContent = left < 0n ? words(field).tooLittle : money(left, field);
      }
    };
    field.addEventListener("input", show);
    document.getElementById(field.dataset.unit)?.addEventListener("input", show);
    show();
  }

  function wholeWattHours(field) {
    const match = /^\s*(\d+)(?:[.](\d{0,6}))?\s*$/.exec(german(field) ? withPoint(field.value) : field.value);
    if (!match) return null;
    const unit = document.getElementById(field.dataset.unit)?.value ?? "kWh";
    const places = { Wh: 0, kWh: 3, MWh: 6 }[unit];
    const fraction = (match[2] ?? "").padEnd(places, "0");
    return fraction.length > places ? null : BigInt(match[1] + fraction);
  }

  // As the server reads it: a point is a mark of groups only where three digits follow each.
  function withPoint(number) {
    const grouped = /^\s*\d{1,3}([.]\d{3})+(,\d*)?\s*$/.test(number);
    return (grouped ? number.replaceAll(".", "") : number).replace(",", ".");
  }

  function money(minor, field) {
    const currency = field.dataset.currency;
    const text = minor.toString().padStart(3, "0");
    const number = text.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",") + "." + text.slice(-2);
    const sign = { EUR: "€", GBP: "£" }[currency];
    return german(field) ? exchanged(number) + " " + (sign ?? currency) : (sign ?? currency + " ") + number;
  }

  // Somebody picked from the address book fills the fields below; they can still be changed.
  for (const list of document.querySelectorAll("select[data-fills]")) {
    list.addEventListener("change", () => {
      const picked = list.selectedOptions[0].dataset;
      for (const name of ["beneficiaryName", "beneficiaryId", "beneficiaryCountry", "beneficiaryLocation"]) {
        document.getElementById(name).value = picked[name] ?? "";
      }
    });
  }

  // How many holdings are chosen, and how much energy that is.
  for (const form of document.querySelectorAll("form[data-chooses]")) {
    const say = form.querySelector("[data-chosen]");
    const idle = say.textContent;
    const count = () => {
      const chosen = [...form.querySelectorAll("input[name=id]:checked")];
      const wattHours = chosen.reduce((sum, each) => sum + Number(each.dataset.wh), 0);
      const number = (wattHours / (wattHours >= 1e6 ? 1e6 : 1e3)).toFixed(3);
      const energy = (german(form) ? exchanged(number) : number) + (wattHours >= 1e6 ? " MWh" : " kWh");
      say.textContent = chosen.length === 0 ? idle : `${chosen.length} ${words(form).chosen}, ${energy}`;
    };
    form.addEventListener("change", count);
    window.addEventListener("pageshow", count);
    form.addEventListener("submit", (event) => {
      if (form.querySelector("input[name=id]:checked")) return;
      event.preventDefault();
      say.textContent = words(form).first;
      form.querySelector("input[name=id]")?.focus();
    });
  }

  // A file is read here and put into the text field: it can be looked at before it is sent.
  for (const shown of document.querySelectorAll("[data-with-scripts]")) shown.hidden = false;
  for (const file of document.querySelectorAll("input[type=file][data-reads]")) {
    file.addEventListener("change", async () => {
      if (file.files.length > 0) document.getElementById(file.dataset.reads).value = await file.files[0].text();
    });
  }

  // Long work goes on by itself while the page is open; the button is there for when it is not.
  for (const form of document.querySelectorAll("form[data-carries-on]")) {
    setTimeout(() => form.requestSubmit(), 600);
  }

  // Buttons that fill a field, such as "all of it".
  for (const button of document.querySelectorAll("[data-fill]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const field = document.getElementById(button.dataset.fill);
      field.value = button.dataset.value;
      field.dispatchEvent(new Event("input"));
      field.focus();
    });
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = words(button).copied;
    });
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
