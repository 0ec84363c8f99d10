import { TerraformBackend, type TerraformRemoteState, type TerraformStack } from "#cdktf";
import type { Backend } from "../src/access/model.js";
import { backendBlock } from "../src/catalog/backend-block.js";
import { escapeDeep } from "./escape.js";

/** Adds the place of the state, exactly as it is given. */
export function addBackend(stack: TerraformStack, backend: Backend): void {
  new StateBackend(stack, backend);
}

/**
 * CDKTF's own backends rewrite what they are given: the local one makes its path absolute, the S3 one
 * renames keys inside maps, and the cloud one runs `terraform version` during synth.
 */
class StateBackend extends TerraformBackend {
  readonly #backend: Backend;

  constructor(stack: TerraformStack, backend: Backend) {
    super(stack, "backend", backend.type);
    this.#backend = backend;
  }

  override toTerraform(): object {
    return escapeDeep(backendBlock(this.#backend)) as object;
  }

  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("no stack reads the state of another one");
  }
}
