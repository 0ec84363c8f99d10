import { resourceType } from "../../access/address.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { callsOf } from "../../directory/all-access.js";
import type { Directory } from "../../directory/directory.js";
import { asText } from "../../terraform/json.js";
import type { State } from "../../terraform/state-json.js";
import type { Aws, Ports } from "../ports.js";
import { recordedPrincipals } from "../recorded-principals.js";
import { liveOf } from "./live.js";
import type { ChosenRefresh, Refresh } from "./refresh.js";
import { incomparable, refreshNeeded } from "./refresh-needed.js";

/** What a comparison came to: why a full refresh is needed, or null. */
interface Compared {
  readonly needed: string | null;
  readonly calls: number;
}

/**
 * How a plan refreshes this state. Asked for `bulk`, it reads AWS with few calls, and where the state is not what AWS
 * has, or that cannot be known, it is `full` all the same: why is said in one line of progress.
 */
export async function chooseRefresh(
  ports: Pick<Ports, "aws" | "step">,
  asked: Refresh,
  directory: Directory,
  state: State,
): Promise<ChosenRefresh> {
  if (asked === "full" || state.resources.length === 0) return { refresh: "full", calls: 0 };
  const step = ports.step("Comparing the state with AWS");
  const strange = incomparable(state);
  const { needed, calls } =
    strange === null
      ? await compare(ports.aws, directory, state, (text) => step.update(text))
      : { needed: strange, calls: 0 };
  step.end(needed === null ? "it is what AWS has" : `full refresh, because ${needed}`);
  return { refresh: needed === null ? "bulk" : "full", calls };
}

/** Every answer is new: those of a reading that broke off would prove nothing about now. */
async function compare(
  aws: Aws,
  directory: Directory,
  state: State,
  progress: (text: string) => void,
): Promise<Compared> {
  const extraPrincipals = recordedPrincipals(state);
  const access = await aws.allAccess(
    { directory, extraPrincipals, resume: false, complete: false },
    progress,
  );
  if (!access.ok) return { needed: unread(access.diagnostics), calls: 0 };
  const ids = state.resources.flatMap(({ type, values }) =>
    type === resourceType.group ? [values["group_id"]] : [],
  );
  const groupIds = ids.map(asText).filter((id) => id !== null);
  const groups = await aws.groupDetails(directory.instance.identityStoreId, groupIds);
  const calls = callsOf(access.value.reading) + groupIds.length;
  if (!groups.ok) return { needed: unread(groups.diagnostics), calls };
  return { needed: refreshNeeded(state, liveOf(access.value, directory, groups.value)), calls };
}

/** Terraform asks in another way, for which the same credentials may be good enough. */
function unread(diagnostics: readonly Diagnostic[]): string {
  return `AWS could not be read in bulk: ${diagnostics.map((d) => d.message).join("; ")}`;
}
