// A form that is long to fill in is sent as it stands a moment after each change, by the button that only keeps it.
// Whatever the program says against it stands below; what was typed stays where it is.
(() => {
  "use strict";
  const Pause = 1500;
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = form.querySelector("[data-autosave-state]");
    let waiting = 0;
    let isSending = false;
    let isLeft = false;
    const tell = (text) => (said.textContent = text);
    const save = async () => {
      waiting = 0;
      if (isLeft || isSending) return;
      isSending = true;
      const sent = new FormData(form);
      sent.set("viec", form.dataset.autosave);
      tell(said.dataset.saving);
      try {
        const answer = await fetch(form.action || location.href, {
          method: "POST",
          body: new URLSearchParams(sent),
          credentials: "same-origin",
          redirect: "manual",
        });
        // Taken: the program would show the page anew, which nobody needs here.
        if (answer.type === "opaqueredirect") {
          tell(said.dataset.saved.replace("{0}", new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" })));
          form.dispatchEvent(new CustomEvent("tongket:saved", { bubbles: true, detail: { sent, isWhole: !waiting } }));
        } else {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const why = [...page.querySelectorAll(".notice-error li")].map((li) => li.textContent.trim()).join(" ");
          tell(said.dataset.refused.replace("{0}", why || answer.status));
        }
      } catch {
        tell(said.dataset.offline);
      } finally {
        isSending = false;
        if (waiting === -1) plan();
      }
    };
    const plan = () => {
      if (isSending) {
        waiting = -1;
        return;
      }
      clearTimeout(waiting);
      waiting = setTimeout(save, Pause);
    };
    form.addEventListener("input", plan);
    form.addEventListener("change", plan);
    form.addEventListener("submit", () => {
      isLeft = true;
      clearTimeout(waiting);
    });
  }
})();
