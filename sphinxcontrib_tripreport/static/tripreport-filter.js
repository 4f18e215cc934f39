// Find as you type: a search box and chips above each long listing of a page, made from what the
// listing shows. Their words come with the script's tag. What posts say is only set as text.

(() => {
  "use strict";

  const words = JSON.parse(document.currentScript.dataset.words);

  const ENTRIES = ".trip-list > li, .trip-table > tbody > tr, .trip-cards .sd-col, .trip-session";
  const HEADINGS = [".trip-level-1", ".trip-level-2", ".trip-untimed"]; // from the outside in
  const FIRST_CHIPS = matchMedia("(max-width: 40em)").matches ? 4 : 8;
  const MORE_CHIPS = 40;
  const MANY = 500;
  const ENTRIES_A_FRAME = 60; // More take longer to lay out than a frame lasts,
  const ROWS_A_FRAME = 1000; // but rows out of view are not laid out.
  const ROWS_A_BLOCK = 100;
  const URL_DELAY = 200; // Browsers allow only so many changes of the address a second.

  const ALIKE = { "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Ħ": "H", "Æ": "AE", "Œ": "OE", "Þ": "TH" };

  // Upper case has one form where lower case has two: ß and ss, σ and ς.
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase()
      .replace(/[ØŁĐÐĦÆŒÞ]/g, (letter) => ALIKE[letter])
      .replace(/[‘’ʼ]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑–—]/g, "-")
      .replace(/\s+/g, " ").trim();

  const filled = (text, values) => text.replace(/%\((\w+)\)d/g, (_, name) => String(values[name]));

  // What an entry says of one thing. In a table only the head of the column may have the class.
  const partsOf = (entry, css, column = css) => {
    const found = [...entry.querySelectorAll(`.trip-${css}`)];
    const head = entry.closest("table")?.querySelector(`.trip-column-${column}`);
    return found.length || !head ? found : [entry.cells[head.cellIndex]];
  };

  // One name is an element of its own; several are links, or text, with commas between them.
  const namesIn = (elements) =>
    elements.flatMap((element) =>
      element.matches("a")
        ? [element.textContent]
        : [...element.childNodes].flatMap((node) =>
            node.nodeType === Node.TEXT_NODE ? node.data.split(/[,،]\s|、/) : [node.textContent]))
      .map((name) => name.trim()).filter(Boolean);

  const yearsIn = (texts) =>
    texts.flatMap((text) => text.match(/\d+/g) ?? []).filter((digits) => /^(19|20)\d\d$/.test(digits));

  const textsOf = (elements) => [...elements].map((element) => element.textContent);

  const FACETS = {
    topic: (entry) => namesIn(partsOf(entry, "topics")),
    kind: (entry) => textsOf(entry.querySelectorAll(".trip-kind")),
    year: (entry, headings) => {
      const years = yearsIn(textsOf(partsOf(entry, "when", "date")));
      return years.length ? years : yearsIn(textsOf(headings));
    },
    speaker: (entry) => namesIn(partsOf(entry, "speakers")),
  };

  // What holds an entry and is empty without it; but cells keep their place.
  const around = ({ parentElement: outer }, listing) =>
    outer === listing ? [] : [...(outer.localName === "td" ? [] : [outer]), ...around(outer, listing)];

  // Browsers lay out only the blocks in view: see the stylesheet.
  const inBlocks = (table) => {
    const widths = [...table.querySelectorAll("col")].map((col) => parseFloat(col.style.width));
    table.style.setProperty("--trip-columns", `${widths.join("fr ")}fr`);
    const rows = [...table.tBodies[0].rows];
    while (rows.length) table.createTBody().append(...rows.splice(0, ROWS_A_BLOCK));
    table.tBodies[0].remove();
  };

  // The entries, and the frames (headings, what is around) that go with their last.
  const indexed = (listing) => {
    const entries = [];
    const frames = new Map();
    const frame = (element) => {
      if (!frames.has(element)) frames.set(element, { element, shown: true, matches: 0 });
      return frames.get(element);
    };
    let headings = [];
    for (const element of listing.querySelectorAll([...HEADINGS, ENTRIES].join())) {
      const level = HEADINGS.findIndex((heading) => element.matches(heading));
      if (level >= 0) {
        headings = [...headings.slice(0, level), element];
        continue;
      }
      entries.push({
        element,
        shown: true,
        matches: true,
        // What a heading says of its entries, they do not say again.
        text: fold([...textsOf(headings), element.textContent].join(" ")),
        frames: [...headings, ...around(element, listing)].map(frame),
        values: Object.fromEntries(
          Object.entries(FACETS).map(([name, read]) => [name, read(element, headings)])),
      });
    }
    if (entries.some((entry) => entry.values.kind.length)) {
      for (const { values } of entries) if (!values.kind.length) values.kind.push(words.talk);
    }
    return { entries, frames: [...frames.values()] };
  };

  const show = (item, shown) => {
    if (item.shown === shown) return;
    item.shown = shown;
    item.element.hidden = !shown;
  };

  const make = (tag, attributes = {}, ...content) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  };

  const button = (css, ...content) => make("button", { type: "button", class: css }, ...content);

  // The chips of one group, and what is chosen.
  class Chips {
    constructor(name, entries, changed) {
      this.name = name;
      this.chosen = new Set();
      this.changed = changed;
      this.values = new Map();
      for (const entry of entries) {
        const keys = new Set();
        for (const label of entry.values[name]) {
          const key = fold(label);
          if (!this.values.has(key)) this.values.set(key, { key, label, count: 0 });
          if (!keys.has(key)) this.values.get(key).count += 1;
          keys.add(key);
        }
        entry.values[name] = [...keys];
      }
      const all = [...this.values.values()];
      // What every entry has narrows nothing.
      this.useful = all.some((value) => value.count < entries.length);
      const order = (a, b) => name === "year"
        ? b.label - a.label : b.count - a.count || a.label.localeCompare(b.label);
      this.waiting = this.useful ? all.sort(order) : [];
      this.more = button("trip-more-chips");
      this.more.addEventListener("click", () => this.showMore(MORE_CHIPS).focus());
      this.element = make("div", { class: "trip-chips", role: "group", "aria-label": words[name] },
        make("span", { class: "trip-chips-name", "aria-hidden": "true" }, words[name]),
        make("div", {}, this.more));
      this.showMore(FIRST_CHIPS);
    }

    draw(value) {
      value.chip = button("trip-chip", value.label, " ",
        make("span", { class: "trip-chip-count" }, String(value.count)));
      value.chip.setAttribute("aria-pressed", "false");
      value.chip.addEventListener("click", () => {
        this.press(value, !this.chosen.has(value.key));
        this.changed();
      });
      this.more.before(value.chip);
      return value.chip;
    }

    showMore(count) {
      const [first] = this.waiting.splice(0, count).map((value) => this.draw(value));
      this.showRest();
      return first;
    }

    showRest() {
      this.more.hidden = !this.waiting.length;
      this.more.textContent = filled(words.more, { count: this.waiting.length });
    }

    press(value, pressed) {
      if (pressed) this.chosen.add(value.key);
      else this.chosen.delete(value.key);
      if (!value.chip) {
        this.waiting.splice(this.waiting.indexOf(value), 1);
        this.draw(value);
        this.showRest();
      }
      value.chip.setAttribute("aria-pressed", String(pressed));
    }

    choose(labels) {
      const keys = new Set(labels.map(fold));
      for (const value of this.useful ? this.values.values() : []) {
        if (keys.has(value.key) !== this.chosen.has(value.key)) this.press(value, keys.has(value.key));
      }
    }

    get labels() {
      return [...this.chosen].map((key) => this.values.get(key).label);
    }

    admits(entry) {
      return !this.chosen.size || entry.values[this.name].some((key) => this.chosen.has(key));
    }
  }

  class Filter {
    constructor(listing, number) {
      const isLong = listing.querySelectorAll(ENTRIES).length >= MANY;
      listing.classList.toggle("trip-many", isLong);
      const tables = isLong ? [...listing.querySelectorAll(".trip-table")] : [];
      tables.forEach(inBlocks);
      this.most = tables.length ? ROWS_A_FRAME : ENTRIES_A_FRAME;
      Object.assign(this, indexed(listing));
      if (!this.entries.length) return;
      this.parameter = `trip${number}`;
      this.chips = Object.keys(FACETS)
        .map((name) => new Chips(name, this.entries, () => this.changed()))
        .filter((chips) => chips.useful);
      this.input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
      this.status = make("span", { class: "trip-filter-count", role: "status", "aria-live": "polite" });
      this.clearing = button("trip-clear", words.clear);
      this.element = make("div", { class: "trip-filter", role: "search", "aria-label": words.filter },
        make("div", { class: "trip-filter-line" },
          make("label", {}, make("span", {}, words.search), this.input), this.status, this.clearing),
        ...this.chips.map((chips) => chips.element));
      this.read();
      listing.prepend(this.element);

      this.input.addEventListener("input", () => this.changed());
      this.clearing.addEventListener("click", () => this.clear());
      this.element.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.isComposing || !this.narrows) return;
        event.preventDefault();
        this.clear();
      });
      addEventListener("beforeprint", () => this.bringBack(this.entries.length));
      addEventListener("pagehide", () => this.timer && this.write());
      // Also when a link led to another place of the page: what was typed stays.
      addEventListener("popstate", () => (this.timer ? this.write() : this.read()));
    }

    get narrows() {
      return this.input.value || this.chips.some((chips) => chips.chosen.size);
    }

    clear() {
      // The button goes away.
      if (document.activeElement === this.clearing) this.input.focus();
      this.input.value = "";
      for (const chips of this.chips) chips.choose([]);
      this.changed();
    }

    changed() {
      this.apply();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.write(), URL_DELAY);
    }

    apply() {
      const sought = fold(this.input.value).split(" ").filter(Boolean);
      const asked = this.chips.filter((chips) => chips.chosen.size);
      for (const frame of this.frames) frame.matches = 0;
      let count = 0;
      for (const entry of this.entries) {
        entry.matches = sought.every((word) => entry.text.includes(word))
          && asked.every((chips) => chips.admits(entry));
        if (!entry.matches) continue;
        count += 1;
        for (const frame of entry.frames) frame.matches += 1;
      }
      for (const item of [...this.frames, ...this.entries]) if (!item.matches) show(item, false);
      for (const { element, matches } of this.frames) {
        if (element.localName === "tbody") element.style.containIntrinsicBlockSize = `${matches * 2.2}em`;
      }
      this.bringBack(ENTRIES_A_FRAME);
      const text = filled(words.count, { shown: count, all: this.entries.length });
      if (this.status.textContent !== text) this.status.textContent = text;
      this.clearing.hidden = !this.narrows;
    }

    // What matches again comes back a few a frame, from the top, where the reader is.
    bringBack(most) {
      cancelAnimationFrame(this.coming);
      const absent = this.entries.filter((entry) => entry.matches && !entry.shown);
      for (const entry of absent.slice(0, most)) {
        for (const item of [entry, ...entry.frames]) show(item, true);
      }
      if (absent.length > most) {
        this.coming = requestAnimationFrame(() => this.bringBack(this.most));
      }
    }

    read() {
      const parameters = new URLSearchParams(location.search);
      this.input.value = parameters.get(this.parameter) ?? "";
      for (const chips of this.chips) {
        chips.choose(parameters.getAll(`${this.parameter}-${chips.name}`));
      }
      this.apply();
    }

    write() {
      clearTimeout(this.timer);
      this.timer = 0;
      const url = new URL(location.href);
      const parameters = url.searchParams;
      parameters.delete(this.parameter);
      if (this.input.value) parameters.set(this.parameter, this.input.value);
      for (const { name, labels } of this.chips) {
        parameters.delete(`${this.parameter}-${name}`);
        for (const label of labels) parameters.append(`${this.parameter}-${name}`, label);
      }
      if (url.href === location.href) return;
      try {
        history.replaceState(history.state, "", url);
      } catch {
        // Not allowed in a frame or a file.
      }
    }
  }

  document.querySelectorAll(".trip-listing.trip-filtered")
    .forEach((listing, index) => new Filter(listing, index + 1));
})();
