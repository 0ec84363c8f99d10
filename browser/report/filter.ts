import { at, type Model } from "./model.js";
import type { State } from "./state.js";

/** Numbers of the grants that pass all filters. */
export function selected(model: Model, state: State): readonly number[] {
  const pass = passes(model, state);
  const found: number[] = [];
  for (let g = 0; g < model.count; g += 1) {
    if (pass(at(model.account, g), at(model.principal, g), at(model.set, g))) found.push(g);
  }
  return found;
}

/** Whether a grant passes all filters, by the numbers of its account, principal and set: names are looked at once. */
export function passes(model: Model, state: State): (a: number, p: number, s: number) => boolean {
  const { page } = model;
  const accounts = page.accounts.map(
    ({ types, ou }) =>
      (state.type === "" || types.includes(state.type)) && (state.ou === "" || isBelow(ou ?? "", state.ou)),
  );
  const principals = page.principals.map(({ type }) => state.kind === "" || type === state.kind);
  const sets = page.setNames.map(
    (name, i) =>
      (state.set === "" || name === state.set) &&
      (state.privilege === "" || model.levelOf[i] === state.privilege),
  );
  const words = wordsOf(state.q).map((word) => ({
    accounts: page.accounts.map((a) => has(word, a.name, a.id, a.ou ?? "", ...a.types)),
    principals: page.principals.map((p) => has(word, p.name)),
    sets: page.setNames.map((name) => has(word, name)),
  }));
  return (a, p, s) => {
    if (!accounts[a] || !principals[p] || !sets[s]) return false;
    return words.every((w) => w.accounts[a] || w.principals[p] || w.sets[s]);
  };
}

/** True when each of the words looked for is in one of the texts. */
export function matches(q: string, ...texts: readonly string[]): boolean {
  return wordsOf(q).every((word) => has(word, ...texts));
}

function wordsOf(q: string): readonly string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean);
}

function has(word: string, ...texts: readonly string[]): boolean {
  return texts.some((text) => text.toLowerCase().includes(word));
}

function isBelow(ou: string, above: string): boolean {
  return ou === above || ou.startsWith(above === "/" ? "/" : `${above}/`);
}
