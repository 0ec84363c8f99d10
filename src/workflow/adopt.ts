import { counted } from "../diagnostic/counted.js";
import type { LiveAssignment, LivePermissionSet } from "../directory/live-access.js";
import { adoptions, pairsToLookUp, setsToLookUp } from "./adoptions.js";
import { done, type Ended } from "./ended.js";
import type { Facts } from "./facts.js";
import type { OpenRun } from "./open-run.js";
import type { Aws, Ports } from "./ports.js";

/** Emits an `import` block for everything that is declared, exists and is not in the state. */
export async function adopt(ports: Ports, facts: Facts, open: OpenRun): Promise<Ended<null>> {
  const { model, directory } = facts;
  const { recorded } = open;
  const names = setsToLookUp(model, recorded);
  const created = model.principals.some((p) => p.created);
  if (names.size === 0 && !created) return done(null);
  const step = ports.step("Looking for what exists already");
  const live = await readLive(ports.aws, facts, recorded, names);
  if (!live.ok) {
    step.fail();
    return live;
  }
  const { sets, assignments } = live.value;
  const found = adoptions(model, recorded, directory, sets, assignments);
  if (found.length > 0) await open.synthesize(found);
  step.end(found.length === 0 ? "nothing to adopt" : `${counted(found.length, "object")} to adopt`);
  return done(null);
}

async function readLive(
  aws: Aws,
  { model, directory }: Facts,
  recorded: ReadonlySet<string>,
  names: ReadonlySet<string>,
): Promise<
  Ended<{ readonly sets: readonly LivePermissionSet[]; readonly assignments: readonly LiveAssignment[] }>
> {
  const { arn } = directory.instance;
  const sets = await aws.permissionSets(arn, names);
  if (!sets.ok) return sets;
  const assignments = await aws.assignments(arn, pairsToLookUp(model, recorded, sets.value));
  if (!assignments.ok) return assignments;
  return done({ sets: sets.value, assignments: assignments.value });
}
