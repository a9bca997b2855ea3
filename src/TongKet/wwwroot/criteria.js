// The sum of the points follows what is typed, the bonus no more than it may add. What counts is what the server sums.
(() => {
  "use strict";
  const form = document.querySelector(".criteria-form");
  const sum = form?.querySelector("[data-sum]");
  if (!sum) return;
  const read = (text) => {
    const number = Number(text.replace(/\s/g, "").replace(",", "."));
    return Number.isFinite(number) ? number : 0;
  };
  const count = () => {
    const of = (fields) => [...form.querySelectorAll(fields)].reduce((all, field) => all + read(field.value), 0);
    const most = sum.dataset.bonusMost ? Number(sum.dataset.bonusMost) : Infinity;
    const total = of("input:not([type=hidden], [data-bonus])") + Math.min(of("input[data-bonus]"), most);
    const isGiven = [...form.querySelectorAll("input:not([type=hidden])")].some((field) => field.value.trim() !== "");
    sum.textContent = !isGiven ? "—" : total.toLocaleString("vi-VN", { maximumFractionDigits: 2 });
  };
  form.addEventListener("input", count);
  count();
})();
