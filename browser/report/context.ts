import type { Model } from "./model.js";
import { hashOf, type State } from "./state.js";

/** What a view is made from. */
export interface Context {
  readonly model: Model;
  readonly state: State;
  /** Numbers of the grants that pass the filters. */
  readonly grants: readonly number[];
}

/** The address of the same page with something else chosen. */
export function hrefOf({ state }: Context, change: Partial<State>): string {
  return hashOf({ ...state, ...change });
}

/** Goes there, so that Back leads here again. */
export function goTo(context: Context, change: Partial<State>): void {
  location.hash = hrefOf(context, change);
}

/** Goes there in place of here: for what is typed, of which Back shall not lead through every letter. */
export function replaceWith(context: Context, change: Partial<State>): void {
  location.replace(hrefOf(context, change));
}
