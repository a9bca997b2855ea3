// Smooths what works without it: keys in tables, typed text kept, a warning before the session ends.
(() => {
  "use strict";
  const idle = document.getElementById("idle");
  const sent = "tongket-sent:";
  const kept = "tongket-kept:" + (idle?.dataset.account ?? "") + ":";

  // Up and down through the links of a table's first column, as in a sheet.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const link = event.target.closest?.(".data-table tbody a");
    if (!link) return;
    const cell = link.closest("td, th").cellIndex;
    let row = link.closest("tr");
    do {
      row = event.key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
    } while (row && !row.cells[cell]?.querySelector("a"));
    if (row) {
      event.preventDefault();
      row.cells[cell].querySelector("a").focus();
    }
  });

  // What was typed and not sent: ask before leaving, and bring it back after signing in again.
  const forms = [...document.querySelectorAll("form[data-keep]")];
  let typed = false;
  const fields = (form) =>
    [...form.elements].filter((f) => f.name && !f.name.startsWith("__") && !["hidden", "password", "file", "submit"].includes(f.type));
  const valuesOf = (form) =>
    JSON.stringify(fields(form).map((f) => (f.type === "checkbox" || f.type === "radio" ? f.checked : f.value)));
  // A form that was sent arrived, unless the answer is the page to sign in: then it is kept like one not sent.
  for (const key of Object.keys(sessionStorage).filter((k) => k.startsWith(sent))) {
    if (document.querySelector("[data-sign-in]")) sessionStorage.setItem(key.slice(sent.length), sessionStorage.getItem(key));
    sessionStorage.removeItem(key);
  }
  const keyOf = (form) => kept + location.pathname + "#" + forms.indexOf(form);
  for (const form of forms) {
    form.addEventListener("input", () => (typed = true));
    form.addEventListener("submit", () => {
      typed = false;
      sessionStorage.setItem(sent + keyOf(form), valuesOf(form));
    });
    const stored = sessionStorage.getItem(keyOf(form));
    if (stored === null || !idle) continue;
    sessionStorage.removeItem(keyOf(form));
    const values = JSON.parse(stored);
    fields(form).forEach((field, i) => {
      if (values[i] === undefined) return;
      if (field.type === "checkbox" || field.type === "radio") field.checked = values[i];
      else field.value = values[i];
    });
    const note = document.createElement("p");
    note.className = "notice notice-warning";
    note.setAttribute("role", "status");
    note.textContent = idle?.dataset.kept ?? "";
    form.prepend(note);
    typed = true;
  }
  // Kept by itself meanwhile, and nothing typed since.
  document.addEventListener("tongket:saved", (event) => {
    if (event.detail.isWhole) typed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });

  // The countdown. The last act is shared by all windows of this browser.
  if (!idle) return;
  const text = document.getElementById("idle-text");
  const last = "tongket-last-act";
  const limit = Number(idle.dataset.minutes) * 60_000;
  let told = 0;
  const act = () => {
    const now = Date.now();
    localStorage.setItem(last, String(now));
    // A server that hears nothing for long ends the session although somebody types.
    if (now - told > limit / 6) {
      if (told) fetch(idle.dataset.stay, { credentials: "same-origin" });
      told = now;
    }
  };
  const leave = () => {
    for (const form of forms) {
      if (!typed) break;
      sessionStorage.setItem(keyOf(form), valuesOf(form));
    }
    typed = false;
    const form = document.getElementById("idle-leave");
    form.elements["tro-lai"].value = location.pathname + location.search;
    form.submit();
  };
  act();
  for (const kind of ["keydown", "pointerdown", "wheel", "touchstart"]) {
    addEventListener(kind, () => idle.hidden && act(), { passive: true });
  }
  document.getElementById("idle-stay").addEventListener("click", () => {
    told = 1;
    act();
    idle.hidden = true;
  });
  setInterval(() => {
    const left = Math.ceil((Number(localStorage.getItem(last)) + limit - Date.now()) / 1000);
    if (left <= 0) return leave();
    if (left > 60) {
      idle.hidden = true;
      return;
    }
    text.textContent = text.dataset.text.replace("{0}", String(left));
    if (idle.hidden) {
      idle.hidden = false;
      document.getElementById("idle-stay").focus();
    }
  }, 1000);
})();
