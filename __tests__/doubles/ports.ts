import { dirname } from "node:path";
import type { SynthInput } from "../../src/access/synth.js";
import type { AllAccess } from "../../src/directory/all-access.js";
import type { Directory } from "../../src/directory/directory.js";
import type { LiveAssignment, LivePermissionSet } from "../../src/directory/live-access.js";
import type { GroupDetails } from "../../src/directory/read-group-details.js";
import type { OrganizationSummary } from "../../src/directory/read-organization.js";
import type { RootAccess } from "../../src/directory/read-root-access.js";
import type { LockInfo } from "../../src/terraform/explain-lock.js";
import { failed, ok, type TerraformProblem } from "../../src/terraform/outcome.js";
import { done, type Ended } from "../../src/workflow/ended.js";
import type { Ports } from "../../src/workflow/ports.js";
import { createRunStore } from "../../src/workflow/run/run-store.js";
import { directoryOf, managementAccountId } from "./directory.js";
import { scriptedState } from "./kept-state.js";
import { memoryFileStore } from "./memory-file-store.js";
import { scriptedTerraform, type TerraformScript } from "./terraform.js";

/** A world to run a workflow in; everything left out is as it should be. */
export interface World {
  readonly directory?: Directory | Ended<never>;
  readonly callerAccountId?: string;
  /** Default: a user of IAM in the caller's account. */
  readonly callerArn?: string;
  /** Ids of a user's groups, by the user's id; default none. */
  readonly memberships?: ReadonlyMap<string, readonly string[]> | Ended<never>;
  readonly isLoopback?: boolean;
  readonly organization?: OrganizationSummary | Ended<never>;
  readonly rootAccess?: RootAccess | Ended<never>;
  /** All access of AWS; default none. */
  readonly access?: AllAccess | Ended<never>;
  /** By id; default none. */
  readonly groupDetails?: ReadonlyMap<string, GroupDetails> | Ended<never>;
  /** Users in a group, by its id; default one in each. */
  readonly members?: ReadonlyMap<string, number>;
  readonly sets?: readonly LivePermissionSet[];
  readonly assignments?: readonly LiveAssignment[];
  readonly terraform?: TerraformScript;
  /** What asking for the lock of the state tells, each time in turn; after the last one, that nobody has it. */
  readonly locks?: readonly (LockInfo | TerraformProblem | null)[];
  /** The state as `state pull` gives it; default none. */
  readonly kept?: Readonly<Record<string, unknown>> | TerraformProblem;
  /** The backend of `--backend`. */
  readonly given?: Ports["given"];
  readonly terraformVersion?: string | TerraformProblem;
  /** Text of `TF_WORKSPACE`. Default "". */
  readonly workspace?: string;
  /** Of the provider lock. */
  readonly lockSha256?: string;
  /** Milliseconds since 1970 at the beginning; every run takes a second. */
  readonly now?: number;
}

/** Ports in memory, and what went through them. */
export interface FakePorts extends Ports {
  /** Calls of Terraform and progress lines, in order. */
  readonly calls: readonly string[];
  readonly steps: readonly string[];
  /** Every input of synth. */
  readonly synthesized: readonly SynthInput[];
  /** Files by path. */
  readonly texts: Map<string, string>;
  readonly files: ReturnType<typeof memoryFileStore>;
}

const noAccess: AllAccess = {
  sets: [],
  assignments: [],
  reading: { method: "principals", complete: true, calls: {}, seconds: 0 },
};

export const runsFolder = "/project/.identity/runs";

export function fakePorts(world: World = {}): FakePorts {
  const calls: string[] = [];
  const steps: string[] = [];
  const synthesized: SynthInput[] = [];
  const files = memoryFileStore();
  const callerId = world.callerAccountId ?? managementAccountId;
  const directory = world.directory ?? directoryOf({ groups: ["Admins"] });
  const version = world.terraformVersion ?? "1.11.4";
  const memberships = world.memberships ?? new Map();
  let id = 0;
  return {
    calls,
    steps,
    synthesized,
    texts: files.texts,
    aws: {
      isLoopback: world.isLoopback ?? false,
      caller: async () =>
        done({ accountId: callerId, arn: world.callerArn ?? `arn:aws:iam::${callerId}:user/me` }),
      organization: async () => {
        const found = world.organization ?? { managementAccountId, allFeatures: true };
        return "ok" in found ? found : done(found);
      },
      rootAccess: async () => {
        const found = world.rootAccess ?? { trusted: true, features: [] };
        return "ok" in found ? found : done(found);
      },
      groupsOf: async (_storeId, userId) =>
        "ok" in memberships ? memberships : done(memberships.get(userId) ?? []),
      allAccess: async () => {
        const access = world.access ?? noAccess;
        return "ok" in access ? access : done(access);
      },
      groupDetails: async (_storeId, ids) => {
        const known = world.groupDetails ?? new Map();
        return "ok" in known ? known : done(new Map([...known].filter(([id]) => ids.includes(id))));
      },
      members: async (_storeId, ids) => done(new Map(ids.map((id) => [id, world.members?.get(id) ?? 1]))),
      directory: async () => ("ok" in directory ? directory : done(directory)),
      permissionSets: async (_arn, names) => done((world.sets ?? []).filter((s) => names.has(s.name))),
      assignments: async (_arn, pairs) =>
        done(
          (world.assignments ?? []).filter((a) =>
            pairs.some((p) => p.accountId === a.accountId && p.permissionSetArn === a.permissionSetArn),
          ),
        ),
    },
    synth: async (input, folder) => {
      synthesized.push(input);
      files.texts.set(`${folder}/cdk.tf.json`, JSON.stringify(input.adoptions));
    },
    terraformVersion: async () => (typeof version === "string" ? ok(version) : failed(version)),
    terraformIn: () => scriptedTerraform(world.terraform ?? {}, (call) => calls.push(call), files.write),
    keptStateIn: () => scriptedState(world.locks ?? [], (call) => calls.push(call), world.kept),
    given: world.given ?? null,
    pathFromRun: (path) => `../../../${path}`,
    terraformWorkspace: world.workspace ?? "",
    lockSha256: async () => world.lockSha256 ?? "e".repeat(64),
    runs: createRunStore(files, runsFolder),
    files,
    discard: async (folder) => {
      for (const path of files.texts.keys()) if (dirname(path) === folder) files.texts.delete(path);
    },
    now: () => new Date((world.now ?? Date.UTC(2026, 10, 24, 7, 0, 0)) + id * 1000),
    random: () => String(++id).padStart(8, "0"),
    step: (title) => ({
      update: (text) => void steps.push(`${title}: ${text}`),
      end: (text) => void steps.push(`${title}: ${text}!`),
      fail: () => void steps.push(`${title} failed`),
    }),
  };
}

/** Ids of runs that could be applied. */
export function savedRuns(ports: FakePorts): readonly string[] {
  return [...ports.texts.keys()]
    .filter((path) => path.endsWith("/run.json"))
    .map((path) => path.slice(runsFolder.length + 1, -"/run.json".length));
}
