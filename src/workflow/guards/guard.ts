import type { AccessModel } from "../../access/model.js";
import type { Moves } from "../../catalog/moves/moves.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Directory } from "../../directory/directory.js";
import type { Caller } from "../../directory/read-caller.js";
import type { Plan } from "../../terraform/plan-json.js";
import type { FormerNames } from "../former-names.js";
import type { PlanSummary } from "../summary/summary.js";

/** Names of the guards, as `--allow` takes them. */
export const guardNames = [
  "removals",
  "set-replacement",
  "group-deletion",
  "same-access",
  "own-access",
  "last-administrator",
  "root-access",
  "broadening",
] as const;

export type GuardName = (typeof guardNames)[number];

/** A guard that a plan hit, as it is kept in `run.json`. */
export interface GuardHit {
  readonly guard: GuardName;
  /** `IDC408`, `IDC420`, … */
  readonly code: string;
  readonly message: string;
  readonly hint: string | null;
}

/** What guards look at. */
export interface GuardFacts {
  readonly plan: Plan;
  readonly summary: PlanSummary;
  readonly model: AccessModel;
  readonly directory: Directory;
  readonly caller: Caller;
  /** The user behind the credentials, when they are a session of Identity Center; else null. */
  readonly callerUser: CallerUser | null;
  /** Where an entry of moves.yaml can be written. */
  readonly moves: Pick<Moves, "file" | "exists">;
  readonly formerNames: FormerNames;
  /** True when access must not be broadened (`--no-broadening`). */
  readonly noBroadening: boolean;
}

/** Whose session of Identity Center the credentials are. */
export interface CallerUser {
  readonly userId: string;
  readonly userName: string;
  /** Ids of the groups the user is in. */
  readonly groupIds: readonly string[];
  /** The set of the session: `AWSReservedSSO_<set>_<hash>`. */
  readonly permissionSet: string;
  readonly accountId: string;
}

/** A guard: every reason why the plan needs somebody's explicit word. */
export type Guard = (facts: GuardFacts) => readonly GuardHit[];

/** A hit as a diagnostic, with the flag that lifts it. */
export function guardDiagnostic({ guard, code, message, hint }: GuardHit): Diagnostic {
  const flag = `to do it all the same, pass --allow ${guard}`;
  return { code, severity: "error", message, span: null, hint: hint === null ? flag : `${hint}; ${flag}` };
}
