"use strict";
(() => {
  const query = document.getElementById("query");
  const found = document.getElementById("found");
  const links = [...document.querySelectorAll("#contents li a")];
  const texts = links.map((link) => `${link.textContent} ${link.title} ${link.hash}`.toLowerCase());
  const groups = [...document.querySelectorAll("#contents details")];
  const opened = groups.map((group) => group.open);

  const visible = () => links.filter((link) => !link.parentElement.hidden);

  const search = () => {
    const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    links.forEach((link, i) => {
      const match = words.every((word) => texts[i].includes(word));
      link.parentElement.hidden = !match;
      count += match;
    });
    groups.forEach((group, i) => {
      group.hidden = words.length > 0 && !group.querySelector("li:not([hidden])");
      group.open = words.length > 0 || opened[i];
    });
    found.textContent = words.length ? `${count} found` : "";
  };

  document.getElementById("search").hidden = false;
  query.addEventListener("input", search);
  document.getElementById("search").addEventListener("submit", (event) => {
    event.preventDefault();
    visible()[0]?.click();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      query.focus();
    } else if (event.key === "Escape" && event.target === query) {
      query.value = "";
      search();
    } else if (event.key === "ArrowDown" && event.target === query) {
      event.preventDefault();
      visible()[0]?.focus();
    }
  });

  const show = () => {
    const here = links.find((link) => link.hash && link.hash === location.hash);
    for (const link of links) link.removeAttribute("aria-current");
    here?.setAttribute("aria-current", "true");
  };
  window.addEventListener("hashchange", show);
  show();
  if (query.value) search();
})();
