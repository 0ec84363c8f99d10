import { TerraformElement, type TerraformStack } from "#cdktf";
import type { Moved } from "../../src/access/synth.js";
import { plainData } from "../plain-data.js";

/** The `moved` blocks of what has another address than in the states of before. */
export class Moves extends TerraformElement {
  readonly #moved: readonly Moved[];

  constructor(stack: TerraformStack, id: string, moved: readonly Moved[]) {
    super(stack, id);
    this.#moved = moved;
  }

  /** Addresses are no templates, so nothing in them is escaped, and CDKTF must find no tokens in them. */
  override toTerraform(): object {
    if (this.#moved.length === 0) return {};
    return { moved: plainData(this.#moved.map(({ from, to }) => ({ from, to }))) };
  }
}
