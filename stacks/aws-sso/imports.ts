import { TerraformElement, type TerraformStack } from "#cdktf";
import type { Adoption } from "../../src/access/synth.js";
import { escapeTemplate } from "../escape.js";

/** The `import` blocks of what exists in AWS, is declared here and is in no state yet. */
export class Imports extends TerraformElement {
  readonly #adoptions: readonly Adoption[];

  constructor(stack: TerraformStack, id: string, adoptions: readonly Adoption[]) {
    super(stack, id);
    this.#adoptions = adoptions;
  }

  override toTerraform(): object {
    if (this.#adoptions.length === 0) return {};
    return { import: this.#adoptions.map(({ to, id }) => ({ to, id: escapeTemplate(id) })) };
  }
}
