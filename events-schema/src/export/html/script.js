"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const root = document.documentElement;

  // Light, dark, or as the system has it.
  const themes = ["auto", "light", "dark"];
  const button = $("theme");
  const stored = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
  const setTheme = (theme) => {
    root.dataset.theme = theme;
    button.textContent = theme[0].toUpperCase() + theme.slice(1);
    button.setAttribute("aria-label", `Colours: ${theme}`);
    try { localStorage.setItem("theme", theme); } catch { /* A page that may not remember still works. */ }
  };
  setTheme(themes.includes(stored()) ? stored() : "auto");
  button.hidden = false;
  button.addEventListener("click", () => setTheme(themes[(themes.indexOf(root.dataset.theme) + 1) % 3]));

  // On a phone the contents are closed at first.
  if (matchMedia("(max-width: 60rem)").matches) document.querySelector(".contents details").open = false;

  // The search: names first, then texts.
  const input = $("search"), found = $("found"), list = $("results"), count = $("count");
  const words = { event: "event", attribute: "attribute", value: "value", footnote: "footnote", vocabulary: "enumeration", union: "union", member: "member", keyset: "key set", key: "key" };
  const text = (element) => {
    const parts = element.matches("section") ? element.querySelectorAll(":scope > p") : element.querySelectorAll("dd, :scope > p");
    return [...parts].map((part) => part.textContent).join(" ").replace(/\s+/g, " ").trim();
  };
  let entries;
  const index = () => entries ??= [...document.querySelectorAll("[data-find]")].map((element) => {
    const { find, name, in: where } = element.dataset;
    const says = text(element);
    return { id: element.id, kind: words[find], name, where, says, low: name.toLowerCase(), all: `${name} ${where ?? ""} ${says}`.toLowerCase() };
  });
  const rank = (entry, query) =>
    entry.low === query ? 0 : entry.low.startsWith(query) ? 1 : entry.low.includes(query) ? 2 : 3;
  const MOST = 60;
  let chosen = -1;
  const choose = (next) => {
    const options = [...list.children];
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = options.length ? (next + options.length) % options.length : -1;
    const option = options[chosen];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (open) => {
    found.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
  };
  const node = (name, content) => {
    const element = document.createElement(name);
    element.textContent = content;
    return element;
  };
  const search = () => {
    const query = input.value.trim().toLowerCase().replace(/\s+/g, " ");
    const parts = query.split(" ");
    const hits = query ? index().filter((entry) => parts.every((part) => entry.all.includes(part))) : [];
    const ranked = hits.map((entry) => [rank(entry, query), entry]).sort((a, b) => a[0] - b[0]);
    list.replaceChildren(...ranked.slice(0, MOST).map(([, entry], at) => {
      const option = document.createElement("li");
      option.id = `result-${at}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = `#${entry.id}`;
      link.tabIndex = -1;
      link.append(node("b", entry.name), node("i", entry.where ? `${entry.kind} of ${entry.where}` : entry.kind), node("span", entry.says));
      option.append(link);
      return option;
    }));
    const size = ranked.length;
    count.textContent = size === 0 ? "Nothing found" : size > MOST ? `${size} found, the first ${MOST} shown` : `${size} found`;
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    show(query !== "");
  };
  const leave = () => { show(false); input.blur(); };
  input.addEventListener("input", search);
  input.addEventListener("focus", () => { if (input.value.trim()) search(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter") { list.children[Math.max(chosen, 0)]?.firstChild.click(); }
    else if (event.key === "Escape") { input.value = ""; leave(); }
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) leave(); });
  document.addEventListener("click", (event) => { if (!event.target.closest(".search")) show(false); });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
  // A search has an address, too: ?q=
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { input.value = asked; search(); }

  // Why a cell of the matrix has a condition.
  const tip = $("tip");
  const explain = (cell) => {
    tip.innerHTML = $(cell.getAttribute("aria-describedby")).innerHTML;
    tip.hidden = false;
    const at = cell.getBoundingClientRect(), size = tip.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - size.width / 2), innerWidth - size.width - 8);
    const below = at.bottom + 6 + size.height <= innerHeight;
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - 6 - size.height)}px`;
  };
  const conceal = () => { tip.hidden = true; };
  const cellOf = (event) => event.target.closest?.(".matrix .c a");
  for (const begin of ["mouseover", "focusin"])
    document.addEventListener(begin, (event) => { const cell = cellOf(event); if (cell) explain(cell); });
  for (const end of ["mouseout", "focusout"])
    document.addEventListener(end, (event) => { if (cellOf(event)) conceal(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") conceal(); });
  document.querySelector(".scroll")?.addEventListener("scroll", conceal);
})();
