"use strict";
const form = document.querySelector("form");
const rules = [...document.querySelectorAll("li")].map((row) => ({
  row,
  facts: row.dataset,
  text: `${row.textContent} ${row.dataset.more}`.toLowerCase(),
}));
const sections = [...document.querySelectorAll("section")];
const count = document.getElementById("count");

function wanted() {
  const given = Object.fromEntries(new FormData(form));
  const words = given.q.toLowerCase().split(/\s+/).filter(Boolean);
  return ({ facts, text }) =>
    words.every((word) => text.includes(word)) &&
    (!given.family || facts.family === given.family) &&
    (!given.severity || facts.severity === given.severity) &&
    (!given.kind || facts.kinds.split(" ").includes(given.kind)) &&
    (!given.fix || facts.fix === "yes");
}

function show() {
  const matches = wanted();
  let shown = 0;
  for (const rule of rules) {
    rule.row.hidden = !matches(rule);
    shown += rule.row.hidden ? 0 : 1;
  }
  for (const section of sections) {
    const left = section.querySelectorAll("li:not([hidden])").length;
    section.hidden = left === 0;
    section.querySelector("small").textContent = left;
  }
  count.textContent = shown === 1 ? "1 rule" : `${shown} rules`;
  document.getElementById("none").hidden = shown > 0;
}

function keep() {
  const given = [...new FormData(form)].filter(([, value]) => value);
  history.replaceState(null, "", given.length ? `#${new URLSearchParams(given)}` : location.pathname);
}

function restore() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name);
    if (field && field.type === "checkbox") field.checked = value === field.value;
    else if (field) field.value = value;
  }
  show();
}

form.hidden = count.hidden = false;
form.addEventListener("input", () => (show(), keep()));
form.addEventListener("reset", () => setTimeout(() => (show(), keep())));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", restore);
restore();
