import { el, named } from "./dom.js";
import type { Level } from "./model.js";

/** A letter as well as a colour, for people who cannot tell the colours apart, and for paper. */
const letters: Readonly<Record<Level, string>> = {
  root: "S",
  admin: "A",
  write: "W",
  read: "R",
  unknown: "?",
};

export const levelNames: Readonly<Record<Level, string>> = {
  root: "Root sessions",
  admin: "Administrator",
  write: "Write",
  read: "Read",
  unknown: "Not described",
};

/** The letter of a privilege on its colour. */
export function badge(level: Level): HTMLElement {
  return el("span", { class: `badge ${level}`, title: levelNames[level] }, letters[level]);
}

/** A permission set with the letter of its privilege; screen readers hear the privilege's name. */
export function setLabel(level: Level, name: string, after = ""): HTMLElement {
  const letter = badge(level);
  letter.setAttribute("aria-hidden", "true");
  const spoken = el("span", { class: "sr" }, ` (${levelNames[level]})`);
  return el(
    "span",
    { class: "set" },
    letter,
    el("span", { class: "set-name" }, named(name)),
    spoken,
    after === "" ? null : el("span", { class: "count" }, after),
  );
}

/** What the letters mean. */
export function legend(): HTMLElement {
  const items = (["root", "admin", "write", "read"] as const).map((level) => {
    const letter = badge(level);
    letter.removeAttribute("title");
    return el("li", {}, letter, levelNames[level]);
  });
  return el("ul", { class: "legend", "aria-label": "Privileges" }, ...items);
}
