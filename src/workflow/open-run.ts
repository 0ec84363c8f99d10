import { addressesAfter } from "../access/moves-addresses.js";
import type { Adoption } from "../access/synth.js";
import { counted } from "../diagnostic/counted.js";
import type { State } from "../terraform/state-json.js";
import type { Terraform } from "../terraform/terraform.js";
import { done, type Ended, terraformFailed } from "./ended.js";
import type { Facts } from "./facts.js";
import type { Ports } from "./ports.js";
import { runId } from "./run/run-id.js";
import { ownState } from "./state-backend.js";

/** A run's folder with an initialized Terraform, before anything is planned. */
export interface OpenRun {
  readonly id: string;
  /** ISO-8601. */
  readonly createdAt: string;
  readonly folder: string;
  readonly terraform: Terraform;
  readonly state: State;
  /** The addresses of the state once what was renamed has moved. */
  readonly recorded: ReadonlySet<string>;
  /** Writes `cdk.tf.json` again, with `import` blocks. */
  readonly synthesize: (adoptions: readonly Adoption[]) => Promise<void>;
}

/** Makes the folder, synthesizes into it, initializes Terraform and reads the state. */
export async function openRun(ports: Ports, facts: Facts, stack: string): Promise<Ended<OpenRun>> {
  const createdAt = ports.now().toISOString();
  const id = runId(createdAt, ports.random());
  const folder = ports.runs.folder(id);
  const backend = facts.backend ?? ownState(stack);
  const { model, moves } = facts;
  const { moved, imports } = moves;
  const synthesize = async (adoptions: readonly Adoption[]): Promise<void> => {
    await ports.synth({ stack, model, backend, moved, adoptions: withWritten(imports, adoptions) }, folder);
    await ports.runs.seal(id, "cdk.tf.json");
  };
  const step = ports.step("Preparing Terraform");
  await ports.runs.prepare(id);
  await synthesize([]);
  const terraform = ports.terraformIn(folder);
  const init = await terraform.init();
  const read = init.ok ? await terraform.state() : init;
  if (!read.ok) {
    step.fail();
    return terraformFailed(read);
  }
  const state = read.value;
  step.end(`${counted(state.resources.length, "object")} in the state`);
  const recorded = addressesAfter(state.addresses, moved);
  return done({ id, createdAt, folder, terraform, state, recorded, synthesize });
}

/** Terraform takes one import block for each address: what people have written wins. */
function withWritten(written: readonly Adoption[], found: readonly Adoption[]): readonly Adoption[] {
  const taken = new Set(written.map((w) => w.to));
  return [...written, ...found.filter((f) => !taken.has(f.to))];
}
