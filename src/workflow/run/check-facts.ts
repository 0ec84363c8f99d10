import type { AccessModel } from "../../access/model.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { visible } from "../../diagnostic/visible.js";
import type { Directory } from "../../directory/directory.js";
import { changedFacts } from "./changed-facts.js";
import { refusal } from "./check-run.js";
import type { Run } from "./run.js";
import { readFacts, usedFacts } from "./used-facts.js";

/** Every reason of AWS not to apply a run. `saved` is the text of its `facts.json`, null when there is nothing to compare. */
export function checkFacts(
  run: Run,
  saved: string | null,
  { model, directory }: { readonly model: AccessModel; readonly directory: Directory },
): readonly Diagnostic[] {
  return [
    ...instanceIsTheOnePlanned(run, directory),
    ...factsAreTheOnesPlanned(run, saved, model, directory),
  ];
}

function instanceIsTheOnePlanned(run: Run, { instance }: Directory): readonly Diagnostic[] {
  if (instance.arn === run.instanceArn) return [];
  const message = `run ${run.id} was planned for ${visible(run.instanceArn)}, but this is ${instance.arn}`;
  return [refusal("IDC523", message)];
}

/** The same catalog can mean something else: an account was moved, a group was made anew. */
function factsAreTheOnesPlanned(
  run: Run,
  saved: string | null,
  model: AccessModel,
  directory: Directory,
): readonly Diagnostic[] {
  if (saved === null) return [];
  const before = readFacts(saved);
  if (before === null) return [refusal("IDC521", `facts.json of run ${run.id} cannot be read`)];
  const changed = changedFacts(before, usedFacts(model, directory), directory);
  return changed === "" ? [] : [factsChanged(run, changed)];
}

/** AWS is not what the run was planned from. */
export function factsChanged(run: Run, what: string): Diagnostic {
  return refusal("IDC528", `AWS has changed since run ${run.id} was planned: ${what}`);
}
