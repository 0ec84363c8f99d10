import { readFileSync } from "node:fs";
import type { AllAccess } from "../../../src/directory/all-access.js";
import type { Directory } from "../../../src/directory/directory.js";
import type { GroupDetails } from "../../../src/directory/read-group-details.js";
import { readState, type State, type StateJson } from "../../../src/terraform/state-json.js";
import { type Live, liveOf } from "../../../src/workflow/bulk-refresh/live.js";

/** `terraform show -json` after a deploy to the sandbox, by Terraform 1.11.4 with AWS provider 5.100.0. */
export function recordedState(): StateJson {
  return JSON.parse(text("state.json"));
}

/** The objects of that state whose values a test changes. */
export function stateWith(change: (resources: Changeable[]) => void): State {
  const json = JSON.parse(text("state.json"));
  change(json.values.root_module.resources);
  return readState(json);
}

/** An object of the state, as JSON has it. */
export interface Changeable {
  address: string;
  type: string;
  values: Record<string, unknown>;
}

/** What the same sandbox answered to a reading of all access at that time. */
export interface RecordedAws {
  readonly directory: Directory;
  readonly access: AllAccess;
  readonly groups: readonly GroupDetails[];
}

export function recordedAws(): RecordedAws {
  return JSON.parse(text("aws.json"));
}

export function live({ directory, access, groups }: RecordedAws = recordedAws()): Live {
  return liveOf(access, directory, new Map(groups.map((group) => [group.id, group])));
}

function text(name: string): string {
  return readFileSync(new URL(`./recorded/${name}`, import.meta.url), "utf8");
}
