import type { Synth } from "../access/synth.js";
import type { GivenBackend } from "../catalog/backend-file.js";
import type { AllAccess } from "../directory/all-access.js";
import type { Directory } from "../directory/directory.js";
import type { AccountAndSet, LiveAssignment, LivePermissionSet } from "../directory/live-access.js";
import type { ExtraPrincipal } from "../directory/read-by-principals.js";
import type { Caller } from "../directory/read-caller.js";
import type { GroupDetails } from "../directory/read-group-details.js";
import type { OrganizationSummary } from "../directory/read-organization.js";
import type { RootAccess } from "../directory/read-root-access.js";
import type { FileStore } from "../terraform/file-store.js";
import type { KeptState } from "../terraform/kept-state.js";
import type { Outcome } from "../terraform/outcome.js";
import type { Terraform } from "../terraform/terraform.js";
import type { Ended } from "./ended.js";
import type { RunStore } from "./run/run-store.js";

/** What all access is read with. */
export interface AllAccessInput {
  readonly directory: Directory;
  /** Groups and users that the state knows, each once: those the directory lacks are asked for as well. */
  readonly extraPrincipals: readonly ExtraPrincipal[];
  /** Goes on with a reading that broke off less than 15 minutes ago, whose answers may be that old. */
  readonly resume: boolean;
  /** True when no grant may be missing: every permission set is looked at in every account. */
  readonly complete: boolean;
}

/** AWS, read only. Every failure is already explained. */
export interface Aws {
  /** True when the endpoint is on this machine, so that nothing real can be changed. */
  readonly isLoopback: boolean;
  caller(): Promise<Ended<Caller>>;
  organization(): Promise<Ended<OrganizationSummary>>;
  /** Whether root access is centralized. */
  rootAccess(): Promise<Ended<RootAccess>>;
  /** The tags of accounts only when they are asked for. */
  directory(tags: boolean, progress: (text: string) => void): Promise<Ended<Directory>>;
  /** Sets with these names that exist. */
  permissionSets(
    instanceArn: string,
    names: ReadonlySet<string>,
  ): Promise<Ended<readonly LivePermissionSet[]>>;
  assignments(
    instanceArn: string,
    pairs: readonly AccountAndSet[],
  ): Promise<Ended<readonly LiveAssignment[]>>;
  /** All permission sets and assignments, with as few calls as can be. */
  allAccess(input: AllAccessInput, progress: (text: string) => void): Promise<Ended<AllAccess>>;
  /** Group id -> all that AWS says of the group; one that AWS does not know is left out. */
  groupDetails(
    identityStoreId: string,
    groupIds: readonly string[],
  ): Promise<Ended<ReadonlyMap<string, GroupDetails>>>;
  /** Group id -> how many users are in it; a group that AWS does not know is left out. */
  members(identityStoreId: string, groupIds: readonly string[]): Promise<Ended<ReadonlyMap<string, number>>>;
  /** Ids of the groups a user is in. */
  groupsOf(identityStoreId: string, userId: string): Promise<Ended<readonly string[]>>;
}

/** One line of progress. */
export interface Step {
  update(text: string): void;
  end(text: string): void;
  fail(): void;
}

/** What the workflow needs of the outside. `cli/` fills it. */
export interface Ports {
  readonly aws: Aws;
  /** Writes `cdk.tf.json` into a folder. */
  readonly synth: (...input: Parameters<Synth>) => Promise<void>;
  /** The version of the terraform on PATH, or why there is none that works. */
  terraformVersion(): Promise<Outcome<string>>;
  /** Terraform with a run's folder as its working folder. */
  terraformIn(folder: string): Terraform;
  /** A state where it is kept, asked about from a folder with nothing but the backend. */
  keptStateIn(folder: string): KeptState;
  /** The backend of `--backend`; null leaves it to the catalog. */
  readonly given: GivenBackend | null;
  /** A path relative to the project, as Terraform in a run's folder has to write it. */
  pathFromRun(path: string): string;
  /** Text of `TF_WORKSPACE`; "" when it is not set. */
  readonly terraformWorkspace: string;
  /** SHA-256 of the provider lock this program brings, in hexadecimal. */
  lockSha256(): Promise<string>;
  readonly runs: RunStore;
  readonly files: FileStore;
  /** Removes a run's folder that came to nothing. */
  discard(folder: string): Promise<void>;
  now(): Date;
  /** Eight random hexadecimal digits. */
  random(): string;
  step(title: string): Step;
}
