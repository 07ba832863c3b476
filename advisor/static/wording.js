// Checks a wording while it is written; without script the buttons of the page do the same.
"use strict";

document.querySelectorAll("[data-check]").forEach((part) => {
  const QUIET = 700;
  const form = part.closest("form");
  const text = document.getElementById(part.dataset.checkText);
  const result = part.querySelector("[data-check-result]");
  const status = part.querySelector("[data-check-status]");
  let timer = 0;
  let asked = 0;

  const say = (words) => { if (status.textContent !== words) status.textContent = words; };

  const show = (content) => {
    const open = [...result.querySelectorAll("li[id] details[open]")].map((fold) => fold.closest("li").id);
    result.innerHTML = content;
    open.forEach((id) => document.getElementById(id)?.querySelector("details")?.setAttribute("open", ""));
    const found = result.querySelector("[data-says]");
    if (!found) return;
    if ("text" in found.dataset) { text.value = found.dataset.text; text.focus(); }
    say(found.dataset.says);
  };

  const remember = () => { if ("checkAlone" in part.dataset) history.replaceState({ text: text.value }, ""); };

  const check = async (use) => {
    remember();
    const mine = ++asked;
    if (!text.value.trim()) { result.replaceChildren(); say(""); return; }
    const content = new FormData(form);
    content.set("text", text.value);
    if (use) content.set("use", use);
    try {
      const answer = await fetch(part.dataset.check, { method: "POST", body: content, headers: { "X-Fragment": "1" } });
      const words = await answer.text();
      if (mine === asked && answer.ok && !answer.redirected) { show(words); remember(); }
    } catch { /* offline: the page without script still works */ }
  };

  text.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(check, QUIET); });
  result.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=use]");
    if (!button) return;
    event.preventDefault();
    clearTimeout(timer);
    check(button.value);
  });
  // After reload and Back the text comes from the browser; the server keeps none.
  if ("checkNow" in part.dataset) {
    window.addEventListener("pageshow", () => {
      if ("checkAlone" in part.dataset && !text.value) text.value = history.state?.text ?? "";
      if (text.value.trim() && !result.querySelector("[data-says]")) check();
    });
  }
  if ("checkAlone" in part.dataset) {
    form.addEventListener("submit", (event) => {
      const typed = [...form.querySelectorAll("input:not([type=hidden])")].some((entry) => entry.value);
      if (!text.value.trim() || typed) return; // what may be mistyped is judged by the page itself
      event.preventDefault();
      clearTimeout(timer);
      check();
    });
    form.querySelectorAll("select").forEach((list) => list.addEventListener("change", () => check()));
  }
});

// Reading a long document takes a while: say so once it takes longer than a second.
document.querySelectorAll("[data-progress]").forEach((form) => form.addEventListener("submit", () => {
  setTimeout(() => { form.querySelector("[data-progress-status]").textContent = form.dataset.progress; }, 1000);
}));
