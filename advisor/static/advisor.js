// Small helps on top of pages that work without script.
"use strict";

const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

each("[data-script-only]", (part) => { part.hidden = false; });
each("[data-focus]", (part) => part.focus());
each("[data-print]", (button) => button.addEventListener("click", () => window.print()));

each("[data-copy-button]", (button) => button.addEventListener("click", async () => {
  const field = document.querySelector("[data-copy]");
  field.select();
  await navigator.clipboard.writeText(field.value);
  button.textContent = button.dataset.done;
}));

// “None” and “I don't know” stand alone: choosing one clears the others, and the other way round.
each("[data-choices]", (group) => group.addEventListener("change", ({ target }) => {
  if (!target.checked) return;
  group.querySelectorAll("input").forEach((other) => {
    if (other !== target && ("exclusive" in target.dataset || "exclusive" in other.dataset)) other.checked = false;
  });
}));

// Writing an answer unticks “I don't know” beside it.
each("input[id$='-unknown'][type=checkbox]", (box) => {
  const field = document.getElementById(box.id.replace(/-unknown$/, ""));
  if (!field || field.type === "checkbox") return;
  field.addEventListener("input", () => { if (field.value) box.checked = false; });
  box.addEventListener("change", () => { if (box.checked) field.value = ""; });
});

// Find CPV codes without leaving the page.
each("[data-find-codes]", (finder) => {
  const words = finder.querySelector("input");
  const found = finder.querySelector("[data-found]");
  const find = async () => {
    const query = new URLSearchParams({ words: words.value });
    document.querySelectorAll("input[name=cpv]:checked").forEach((box) => query.append("chosen", box.value));
    const answer = await fetch(`${finder.dataset.findCodes}?${query}`);
    if (!answer.ok) return;
    const kept = [...found.querySelectorAll("input:checked")].map((box) => box.closest(".govuk-checkboxes__item"));
    found.innerHTML = await answer.text();
    found.prepend(...kept);
  };
  finder.querySelector("button").addEventListener("click", (event) => { event.preventDefault(); find(); });
  words.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); find(); } });
});
