// The bench in the browser: sliders that stay at 100, and the outcome fetched again after each change.
"use strict";

const form = document.querySelector("[data-bench]");
const outcome = document.querySelector("[data-bench-outcome]");
const status = document.querySelector("[data-bench-status]");
const WAIT = 250;

const comma = document.documentElement.lang === "en" ? "." : ",";
const numberIn = (field) => Number(field.value.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".")) || 0;
const write = (field, number) => { field.value = String(Math.round(number * 100) / 100).replace(".", comma); };

// Whole points for everybody: the largest rests get the points that are left over.
const shared = (room, weights) => {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((one) => (sum ? (room * one) / sum : room / weights.length));
  const whole = exact.map(Math.floor);
  const order = exact.map((one, place) => [one - whole[place], place]).sort((a, b) => b[0] - a[0]);
  for (let left = Math.round(room - whole.reduce((a, b) => a + b, 0)), at = 0; left > 0; left -= 1, at += 1) whole[order[at % order.length][1]] += 1;
  return whole;
};

const fields = [...document.querySelectorAll("[data-hundred] input")];
const sliders = fields.map((field) => {
  const slider = document.createElement("input");
  Object.assign(slider, { type: "range", min: 0, max: 100, step: 1, value: numberIn(field), className: "slider" });
  slider.setAttribute("aria-label", document.querySelector(`label[for="${CSS.escape(field.id)}"]`).textContent);
  field.before(slider);
  return slider;
});

sliders.forEach((slider, place) => slider.addEventListener("input", () => {
  const others = fields.map((_field, number) => number).filter((number) => number !== place);
  write(fields[place], Number(slider.value));
  const parts = shared(100 - Number(slider.value), others.map((number) => numberIn(fields[number])));
  others.forEach((number, at) => { write(fields[number], parts[at]); sliders[number].value = parts[at]; });
}));
fields.forEach((field, place) => field.addEventListener("input", () => { sliders[place].value = numberIn(field); }));

let waiting;
let asked = 0;
const ask = async () => {
  asked += 1;
  const mine = asked;
  const answer = await fetch(form.dataset.bench, { method: "POST", body: new FormData(form) });
  if (mine !== asked || !(answer.ok || answer.status === 422)) return;
  const open = [...outcome.querySelectorAll("details")].map((fold) => fold.open);
  const title = outcome.firstElementChild;
  outcome.innerHTML = await answer.text();
  outcome.prepend(title);
  outcome.querySelectorAll("details").forEach((fold, place) => { fold.open = Boolean(open[place]); });
  const verdict = outcome.querySelector("[data-bench-verdict]");
  status.textContent = verdict ? verdict.textContent : "";
};
form.addEventListener("input", ({ target }) => {
  if (target.name === "price-formula") return;
  clearTimeout(waiting);
  waiting = setTimeout(ask, WAIT);
});
// Another formula asks for other parameters: the page comes again with them.
form.querySelector("#price-formula").addEventListener("change", () => form.requestSubmit(form.querySelector("button[value=try]")));
