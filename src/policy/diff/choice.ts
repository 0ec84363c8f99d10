import { mayOverlap } from "./pattern.js";
import { hasAllOf, isEverything, type Selector } from "./selector.js";

/** What is of any of some selectors (`Action`), or of none of them (`NotAction`). */
export interface Choice {
  readonly isNot: boolean;
  readonly selectors: readonly Selector[];
}

/** Choices that come to the same together: each selector alone, an exception as a whole. */
export function piecesOf(choice: Choice): readonly Choice[] {
  if (choice.isNot) return [choice];
  return choice.selectors.map((selector) => ({ isNot: false, selectors: [selector] }));
}

/** True only when all of the inner choice is of the outer one too. */
export function includesChoice(outer: Choice, inner: Choice): boolean {
  if (inner.isNot) {
    if (!outer.isNot) return outer.selectors.some(isEverything);
    return outer.selectors.every((o) => inner.selectors.some((i) => hasAllOf(i, o)));
  }
  return inner.selectors.every((i) =>
    outer.isNot
      ? outer.selectors.every((o) => !mayOverlap(o.whole, i.whole))
      : outer.selectors.some((o) => hasAllOf(o, i)),
  );
}
