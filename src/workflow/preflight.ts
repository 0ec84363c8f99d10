import type { Catalog } from "../catalog/catalog.js";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { preflightChecks } from "./checks/checks.js";
import { disablingTakesNothingAway, stateBelongsToInstance } from "./checks/instance-allows.js";
import { done, type Ended, stopped } from "./ended.js";
import { type Facts, gatherFacts } from "./facts.js";
import { type OpenRun, openRun } from "./open-run.js";
import type { Ports } from "./ports.js";

export interface Preflight {
  readonly facts: Facts;
  readonly run: OpenRun;
  /** Warnings and infos. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that must hold before a plan; all problems at once. Leaves an open run. */
export async function preflight(ports: Ports, catalog: Catalog, stack: string): Promise<Ended<Preflight>> {
  const gathered = await gatherFacts(ports, catalog, ports.now().toISOString());
  if (!gathered.ok) return gathered;
  const facts = gathered.value;
  const found = [...facts.diagnostics, ...preflightChecks(facts)];
  const opened = await openRun(ports, facts, stack);
  if (!opened.ok) {
    return hasErrors(found) ? stopped("refused", [...found, ...opened.diagnostics]) : opened;
  }
  const { state } = opened.value;
  const ofState = [...stateBelongsToInstance(facts, state), ...disablingTakesNothingAway(facts, state)];
  const diagnostics = [...found, ...ofState];
  if (hasErrors(diagnostics)) {
    await ports.discard(opened.value.folder);
    return stopped("refused", diagnostics);
  }
  return done({ facts, run: opened.value, diagnostics });
}
