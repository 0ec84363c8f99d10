import type { Catalog } from "../catalog/catalog.js";
import { counted } from "../diagnostic/counted.js";
import { keptOutput, readKeptState } from "../terraform/kept-state-json.js";
import { problemDiagnostic } from "../terraform/outcome.js";
import type { State } from "../terraform/state-json.js";
import { backendFolder } from "./backend-folder.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import { type FormerNames, namesById } from "./former-names.js";
import type { Ports } from "./ports.js";
import { ownState, stateBackend } from "./state-backend.js";

/** What the last apply left. */
export interface RecordedState {
  readonly state: State;
  readonly formerNames: FormerNames;
}

/** Reads the state and nothing else: neither is it locked nor is anything synthesized. */
export async function readRecordedState(
  ports: Ports,
  catalog: Catalog,
  stack: string,
): Promise<Ended<RecordedState>> {
  const version = await ports.terraformVersion();
  if (!version.ok) return stopped("failed", [problemDiagnostic(version.problem)]);
  const backend = stateBackend(ports, catalog);
  if (!backend.ok) return backend;
  const step = ports.step("Reading the state");
  const folder = await backendFolder(ports, backend.value ?? ownState(stack));
  const kept = ports.keptStateIn(folder);
  const init = await kept.init();
  const pulled = init.ok ? await kept.pull() : init;
  if (!pulled.ok) {
    // The log of the failure stays in the folder.
    step.fail();
    return terraformFailed(pulled);
  }
  await ports.discard(folder);
  const json = pulled.value;
  const state = readKeptState(json);
  step.end(counted(state.resources.length, "object"));
  return done({ state, formerNames: namesById((name) => keptOutput(json, name)) });
}
