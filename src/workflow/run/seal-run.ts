import type { JsonObject } from "../../terraform/json.js";
import type { Run } from "./run.js";
import type { RunFile, RunStore } from "./run-store.js";
import { factsText, type UsedFacts } from "./used-facts.js";

/** Writes what is reviewed and compared beside the plan file, and gives the hashes that `apply` checks. */
export async function sealRun(
  runs: RunStore,
  id: string,
  { plan, facts }: { readonly plan: JsonObject; readonly facts: UsedFacts },
): Promise<Pick<Run, "planSha256" | "planJsonSha256" | "factsHash">> {
  await runs.seal(id, "plan.tfplan");
  await runs.write(id, "plan.json", `${JSON.stringify(plan)}\n`);
  await runs.write(id, "facts.json", factsText(facts));
  return {
    planSha256: await hashOf(runs, id, "plan.tfplan"),
    planJsonSha256: await hashOf(runs, id, "plan.json"),
    factsHash: await hashOf(runs, id, "facts.json"),
  };
}

async function hashOf(runs: RunStore, id: string, name: RunFile): Promise<string> {
  const hash = await runs.sha256(id, name);
  if (hash === null) throw new Error(`${name} of run ${id} is gone`);
  return hash;
}
