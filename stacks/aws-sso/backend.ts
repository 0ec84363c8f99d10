import { TerraformBackend, type TerraformRemoteState, type TerraformStack } from "#cdktf";
import type { Backend } from "../../src/access/model.js";
import { escapeDeep } from "../escape.js";

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
    const backend = this.#backend;
    const config = escapeDeep(backend.type === "local" ? { path: backend.path } : backend.config);
    return {
      terraform: backend.type === "cloud" ? { cloud: config } : { backend: { [backend.type]: config } },
    };
  }

  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error("no stack reads the state of another one");
  }
}
