// The grade sheet under the keyboard: up and down go to the same column of the next row, a column copied from a
// spreadsheet is pasted down, and the counters follow.
(() => {
  "use strict";
  const sheet = document.querySelector(".grade-sheet");
  if (!sheet) return;
  const columnOf = (field) => [...sheet.querySelectorAll(`[name$="${CSS.escape("." + field.name.split(".").pop())}"]`)];
  sheet.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!field.matches?.("tbody select, tbody input")) return;
    const step = event.key === "ArrowDown" || event.key === "Enter" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step || event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const column = columnOf(field);
    column[column.indexOf(field) + step]?.focus();
  });
  const folded = (text) =>
    text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/^\d+\.\s*/, "").trim();
  const optionFor = (select, text) => {
    const asked = folded(text);
    if (/^[1-4]$/.test(asked)) return [...select.options].find((o) => o.value === asked);
    return [...select.options].find((o) => o.value && (folded(o.text) === asked || (asked.length > 3 && folded(o.text).includes(asked))));
  };
  sheet.addEventListener("paste", (event) => {
    const field = event.target;
    const lines = event.clipboardData?.getData("text").replace(/\r/g, "").replace(/\n$/, "").split("\n") ?? [];
    if (!field.matches?.("tbody select, tbody input") || (lines.length < 2 && field.tagName !== "SELECT")) return;
    event.preventDefault();
    const column = columnOf(field);
    lines.forEach((line, i) => {
      const into = column[column.indexOf(field) + i];
      const text = line.split("\t")[0];
      if (!into) return;
      if (into.tagName === "SELECT") {
        const option = optionFor(into, text);
        if (option) into.value = option.value;
      } else into.value = text;
    });
    field.dispatchEvent(new Event("input", { bubbles: true }));
    count();
  });
  const counters = document.querySelector("[data-counters]");
  const count = () => {
    const proposals = [...sheet.querySelectorAll('tr:not(.sheet-own) select[name$=".de-nghi"]')].map((s) => s.value);
    if (!counters || proposals.length === 0) return;
    const of = (value) => proposals.filter((p) => p === value).length;
    const numbers = [proposals.length, of("1"), of("2"), of("3"), of("4"), proposals.filter((p) => p.startsWith("r")).length, of("")];
    let at = 0;
    counters.textContent = counters.textContent.replace(/\d+(?:\.\d{3})*/g, () => String(numbers[at++] ?? ""));
  };
  sheet.addEventListener("change", count);
  // What was kept by itself is what stood here before the next change.
  sheet.addEventListener("tongket:saved", (event) => {
    const sent = event.detail.sent;
    for (const was of sheet.querySelectorAll('input[type=hidden][name$=".cu"]')) {
      const line = was.name.slice(0, -".cu".length);
      was.value = sent.has(line)
        ? sent.get(line)
        : ["tu-xep", "de-nghi", "ghi-chu"].map((field) => sent.get(line + "." + field) ?? "").join("|");
    }
  });
  count();
})();
