// Find as you type: a search box and chips above each long listing of a page, made from what the
// listing shows. Their words come with the script's tag. What posts say is only set as text.

(() => {
  "use strict";

  const { dataset } = document.currentScript;
  const words = JSON.parse(dataset.words);
  const topics = JSON.parse(dataset.topics ?? "{}"); // What each is in, and its other names.
  const [FIRST_YEAR, LAST_YEAR] = JSON.parse(dataset.years);

  const ENTRIES = ".trip-list > li, .trip-table > tbody > tr, .trip-cards .sd-col, .trip-post, .trip-session";
  const HEADINGS = [".trip-level-1", ".trip-level-2", ".trip-untimed"]; // from the outside in
  const IN_YEAR = "trip-in-"; // The year that the filter of listings finds an entry in.
  const FIRST_CHIPS = matchMedia("(max-width: 40em)").matches ? 4 : 8;
  const MORE_CHIPS = 40;
  const MANY = 500;
  const RUNS = ".trip-list:not(.trip-timeline), .trip-table > tbody, .trip-cards .sd-row";
  const BLOCK = 60; // Full rows of two to six cards, and more than a window shows.
  const AT_ONCE = 480; // No more entries than a frame has time for,
  const PAUSE = 33; // and then a frame for the reader's next key.
  const URL_DELAY = 200; // Browsers allow only so many changes of the address a second.

  const ALIKE = { "Ø": "O", "Ł": "L", "Đ": "D", "Ð": "D", "Ħ": "H", "Æ": "AE", "Œ": "OE", "Þ": "TH" };

  // Upper case has one form where lower case has two: ß and ss, σ and ς.
  const fold = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase()
      .replace(/[ØŁĐÐĦÆŒÞ]/g, (letter) => ALIKE[letter])
      .replace(/[‘’ʼ]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑–—]/g, "-")
      .replace(/\s+/g, " ").trim();

  const filled = (text, values) => text.replace(/%\((\w+)\)d/g, (_, name) => String(values[name]));

  const cellOf = (entry, column) => {
    const head = entry.closest("table")?.querySelector(`.trip-column-${column}`);
    return head && entry.cells[head.cellIndex];
  };

  // What an entry says of one thing. In a table only the head of the column may have the class.
  const partsOf = (entry, css, column = css) => {
    const found = [...entry.querySelectorAll(`.trip-${css}`)];
    return found.length ? found : [cellOf(entry, column)].filter(Boolean);
  };

  // Of several names each is an element. What stands between them is text, and can be part of a
  // name, too.
  const namesIn = (elements) =>
    elements.flatMap(({ children, textContent }) => (children.length ? textsOf(children) : [textContent]))
      .map((name) => name.trim()).filter(Boolean);

  const isYear = (digits) => digits.length === 4 && FIRST_YEAR <= digits && digits <= LAST_YEAR;

  const yearsIn = (texts) => texts.flatMap((text) => text.match(/\d+/g) ?? []).filter(isYear);

  const textsOf = (elements) => [...elements].map((element) => element.textContent);

  const topicsOf = (entry) => namesIn(partsOf(entry, "topics"));

  const FACETS = {
    topic: (entry) => topicsOf(entry).flatMap((name) => [name, ...(topics[name]?.[0] ?? [])]),
    kind: (entry) => textsOf(entry.querySelectorAll(".trip-kind")),
    year: (entry, headings) => {
      const own = [...entry.classList].find((name) => name.startsWith(IN_YEAR));
      if (own) return [own.slice(IN_YEAR.length)];
      const years = yearsIn(textsOf(partsOf(entry, "when", "date")));
      return years.length ? years : yearsIn(textsOf(headings));
    },
    speaker: (entry) => namesIn(partsOf(entry, "speakers")),
  };

  // What an entry is about: of a talk in several groups there is an entry in each.
  const thingOf = (entry) => {
    const title = entry.querySelector(".trip-title") ?? cellOf(entry, "title") ?? cellOf(entry, "name");
    if (!title) return entry;
    const link = title.localName === "a" ? title : title.querySelector("a");
    return `${link?.getAttribute("href") ?? ""} ${title.textContent}`;
  };

  // What holds an entry and is empty without it; but cells keep their place.
  const around = ({ parentElement: outer }, listing) =>
    outer === listing ? [] : [...(outer.localName === "td" ? [] : [outer]), ...around(outer, listing)];

  // A site's policy may forbid styles in its pages: then browsers leave them as mere text.
  const setColumns = (table) => {
    const widths = [...table.querySelectorAll("col")]
      .map((col) => col.getAttribute("style")?.match(/width:\s*([\d.]+)/)?.[1] ?? 1);
    table.style.setProperty("--trip-columns", `${widths.join("fr ")}fr`);
  };

  class Block {
    constructor(element) {
      this.element = element;
      this.held = [];
    }

    fill(held) {
      this.element.hidden = !held.length;
      if (this.holds(held)) return;
      this.held = held;
      this.element.replaceChildren(...held);
      this.element.style.containIntrinsicBlockSize = `calc(${held.length} * var(--trip-entry))`;
    }

    // Another block may have taken one of them since.
    holds(held) {
      return held.length === this.held.length
        && held.every((one, index) => one === this.held[index] && one.parentNode === this.element);
    }
  }

  // Entries that follow each other with nothing between, in a long listing. Those that match move
  // up into blocks. Browsers style and lay out only blocks in view (see the stylesheet), and few of
  // them are, however few entries match.
  class Run {
    constructor(container) {
      this.entries = [];
      this.blocks = [new Block(container)];
    }

    // What goes into each block. One for which nothing is left goes away at once.
    arrange() {
      const matching = this.entries.filter((entry) => entry.matches).map(({ element }) => element);
      while (this.blocks.length * BLOCK < matching.length) this.addBlock();
      const count = Math.ceil(matching.length / BLOCK);
      for (const block of this.blocks.slice(count)) block.fill([]);
      return this.blocks.slice(0, count)
        .map((block, index) => [block, matching.slice(index * BLOCK, (index + 1) * BLOCK)]);
    }

    addBlock() {
      const last = this.blocks.at(-1).element;
      const block = new Block(last.cloneNode(false));
      last.after(block.element);
      this.blocks.push(block);
    }
  }

  // The entries, how many different things they are about, the runs of a long listing, and the
  // frames (headings, what is around) that go with their last entry.
  const indexed = (listing, isLong) => {
    const entries = [];
    const things = new Map(); // Each with a number, which is compared more quickly.
    const runs = new Map();
    const frames = new Map();
    const runOf = ({ parentElement: outer }) => {
      if (!isLong || !outer.matches(RUNS)) return null;
      if (!runs.has(outer)) runs.set(outer, new Run(outer));
      return runs.get(outer);
    };
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
      const run = runOf(element);
      const thing = thingOf(element);
      if (!things.has(thing)) things.set(thing, things.size);
      const entry = {
        element,
        thing: things.get(thing),
        isLoose: !run,
        shown: true,
        matches: true,
        // What a heading says of its entries, they do not say again.
        text: fold([
          ...textsOf(headings), element.textContent, ...topicsOf(element).map((name) => topics[name] ?? []),
        ].join(" ")),
        frames: [...headings, ...around(run ? element.parentElement : element, listing)].map(frame),
        values: Object.fromEntries(
          Object.entries(FACETS).map(([name, read]) => [name, read(element, headings)])),
      };
      entries.push(entry);
      run?.entries.push(entry);
    }
    if (entries.some((entry) => entry.values.kind.length)) {
      for (const { values } of entries) if (!values.kind.length) values.kind.push(words.talk);
    }
    return { entries, count: things.size, runs: [...runs.values()], frames: [...frames.values()] };
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
    constructor(name, { entries, count }, changed) {
      this.name = name;
      this.chosen = new Set();
      this.changed = changed;
      this.values = new Map();
      for (const entry of entries) {
        const keys = new Set();
        for (const label of entry.values[name]) {
          const key = fold(label);
          if (!this.values.has(key)) this.values.set(key, { key, label, things: new Set() });
          this.values.get(key).things.add(entry.thing);
          keys.add(key);
        }
        entry.values[name] = [...keys];
      }
      const all = [...this.values.values()];
      for (const value of all) value.count = value.things.size;
      // What all have narrows nothing.
      this.useful = all.some((value) => value.count < count);
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
      // A button for one more would take the place of that one.
      const all = this.waiting.length === count + 1;
      const [first] = this.waiting.splice(0, all ? count + 1 : count).map((value) => this.draw(value));
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

  const headingAbove = (listing) => {
    const heading = listing.closest("section, .section")
      ?.querySelector("h1, h2, h3, h4, h5, h6")?.cloneNode(true);
    heading?.querySelector(".headerlink")?.remove();
    return heading?.textContent.replace(/\s+/g, " ").trim() ?? "";
  };

  // What tells the search boxes of a page apart for those who only hear their names.
  const additionsTo = (listings) => {
    if (listings.length < 2) return listings.map(() => "");
    const headings = listings.map(headingAbove);
    return headings.map((heading, index) => {
      const before = headings.slice(0, index).filter((other) => other === heading).length;
      return (heading && `: ${heading}`) + (before ? ` (${before + 1})` : "");
    });
  };

  class Filter {
    constructor(listing, number, addition) {
      const isLong = listing.querySelectorAll(ENTRIES).length >= MANY;
      listing.classList.toggle("trip-many", isLong);
      if (isLong) listing.querySelectorAll(".trip-table").forEach(setColumns);
      Object.assign(this, indexed(listing, isLong));
      if (!this.entries.length) return;
      this.parameter = `trip${number}`;
      this.chips = Object.keys(FACETS)
        .map((name) => new Chips(name, this, () => this.changed()))
        .filter((chips) => chips.useful);
      this.input = make("input", {
        type: "search", id: `${this.parameter}-search`, autocomplete: "off", spellcheck: "false" });
      this.status = make("span", { class: "trip-filter-count", role: "status", "aria-live": "polite" });
      this.clearing = button("trip-clear", words.clear);
      if (addition) this.input.setAttribute("aria-label", words.search + addition);
      this.element = make(
        "div", { class: "trip-filter", role: "search", "aria-label": words.filter + addition },
        make("div", { class: "trip-filter-line" },
          make("label", { for: this.input.id }, words.search),
          make("div", {}, this.input, this.status, this.clearing)),
        ...this.chips.map((chips) => chips.element));
      this.listing = listing;
      // In the list's place, with the way back.
      this.back = button("trip-clear", words.all);
      this.back.addEventListener("click", () => {
        this.input.focus();
        this.clear();
      });
      this.nothing = make("p", { class: "trip-nothing" }, words.nothing, " ", this.back);
      this.nothing.hidden = true;
      // What leads to all entries is not there while some are not.
      this.overview = listing.querySelectorAll(":scope > :is(.trip-jumps, .trip-map, .trip-map-places)");
      this.read();
      listing.prepend(this.element, this.nothing);

      this.input.addEventListener("input", () => this.changed());
      this.clearing.addEventListener("click", () => this.clear());
      this.element.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || event.isComposing || !this.narrows) return;
        event.preventDefault();
        this.clear();
      });
      addEventListener("beforeprint", () => this.fillBlocks(Infinity));
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
      const shown = new Set();
      for (const entry of this.entries) {
        entry.matches = sought.every((word) => entry.text.includes(word))
          && asked.every((chips) => chips.admits(entry));
        if (!entry.matches) continue;
        shown.add(entry.thing);
        for (const frame of entry.frames) frame.matches += 1;
      }
      for (const frame of this.frames) show(frame, frame.matches > 0);
      for (const entry of this.entries) if (entry.isLoose) show(entry, entry.matches);
      this.waiting = this.runs.flatMap((run) => run.arrange());
      this.fillBlocks(BLOCK);
      const text = filled(words.count, { shown: shown.size, all: this.count });
      if (this.status.textContent !== text) this.status.textContent = text;
      this.clearing.hidden = !this.narrows;
      this.listing.classList.toggle("trip-narrowed", Boolean(this.narrows));
      this.nothing.hidden = shown.size > 0;
      for (const part of this.overview) part.hidden = Boolean(this.narrows);
    }

    // From the top, where the reader is.
    fillBlocks(most) {
      clearTimeout(this.coming);
      for (let count = 0; this.waiting.length && count < most;) {
        const [block, held] = this.waiting.shift();
        block.fill(held);
        count += held.length;
      }
      if (this.waiting.length) this.coming = setTimeout(() => this.fillBlocks(AT_ONCE), PAUSE);
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

  const listings = [...document.querySelectorAll(".trip-listing.trip-filtered")];
  additionsTo(listings).forEach((addition, index) => new Filter(listings[index], index + 1, addition));
})();
