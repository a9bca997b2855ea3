// Whoever waits sees that it runs and how long it usually takes: «data-busy» holds the milliseconds to expect, by the
// byte of the chosen files where «data-busy-by» says so.
(() => {
  "use strict";
  const box = document.getElementById("busy");
  if (!box) return;
  const text = document.getElementById("busy-text");
  const bar = document.getElementById("busy-bar");
  let timer = 0;

  const hide = () => {
    clearInterval(timer);
    box.hidden = true;
  };
  const show = (expected) => {
    const start = performance.now();
    hide();
    timer = setInterval(() => {
      const past = performance.now() - start;
      if (past < 400) return;
      box.hidden = false;
      if (!expected) {
        text.textContent = box.dataset.runs;
        bar.removeAttribute("value");
        return;
      }
      const left = Math.ceil((expected - past) / 1000);
      bar.value = Math.min(97, (past / expected) * 100);
      text.textContent = left > 0 ? box.dataset.left.replace("{0}", String(left)) : box.dataset.soon;
    }, 100);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!("busy" in form.dataset)) return;
    const bytes = [...form.querySelectorAll("input[type=file]")].flatMap((i) => [...i.files]).reduce((sum, f) => sum + f.size, 0);
    show(Number(form.dataset.busy) * (form.dataset.busyBy === "byte" ? bytes : 1));
  });
  // A file to download changes no page, so nobody would see when it is there.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-busy]");
    if (!link || event.ctrlKey || event.shiftKey || event.metaKey || event.button !== 0) return;
    event.preventDefault();
    show(Number(link.dataset.busy));
    try {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const name = /filename\*=UTF-8''([^;]+)/i.exec(answer.headers.get("content-disposition") ?? "")?.[1];
      const file = document.createElement("a");
      file.href = URL.createObjectURL(await answer.blob());
      file.download = name ? decodeURIComponent(name) : "";
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
    } catch {
      location.assign(link.href);
    } finally {
      hide();
    }
  });
  // Back from another page, the browser may show this one as it was left.
  addEventListener("pageshow", hide);
})();
