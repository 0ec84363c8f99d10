import type { AccessModel, Backend } from "./model.js";

/** An object that exists in AWS, is declared, and is taken into the state by a Terraform `import` block. */
export interface Adoption {
  /** Terraform address, such as `aws_ssoadmin_permission_set.ReadOnlyAccess_1a2b3c4d`. */
  readonly to: string;
  /** The provider's import id. */
  readonly id: string;
}

/** One object that has another address than in the states of before, by a Terraform `moved` block. */
export interface Moved {
  readonly from: string;
  /** The address of an object of the model, or the `from` of another move. */
  readonly to: string;
}

/** What `moves.yaml` says, in Terraform addresses. */
export interface StateMoves {
  readonly moved: readonly Moved[];
  readonly imports: readonly Adoption[];
}

/** All that `cdk.tf.json` depends on: the same input gives the same bytes on any machine. */
export interface SynthInput {
  readonly stack: string;
  readonly model: AccessModel;
  readonly backend: Backend;
  readonly moved: readonly Moved[];
  readonly adoptions: readonly Adoption[];
}

/** Writes `<outdir>/stacks/<stack>/cdk.tf.json` and the rest of a CDKTF output folder. */
export type Synth = (input: SynthInput, outdir: string) => Promise<void>;
