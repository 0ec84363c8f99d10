import { type BuiltAccess, buildAccess } from "../access/build.js";
import type { AccessModel } from "../access/model.js";
import type { StateMoves } from "../access/synth.js";
import type { Catalog } from "../catalog/catalog.js";
import { counted } from "../diagnostic/counted.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Directory } from "../directory/directory.js";
import type { Caller } from "../directory/read-caller.js";
import { done, type Ended, stopped } from "./ended.js";
import type { Aws, Ports } from "./ports.js";

/** The catalog expanded against AWS, read anew: a snapshot is never trusted. */
export interface Organization {
  readonly catalog: Catalog;
  readonly directory: Directory;
  readonly caller: Caller;
  readonly model: AccessModel;
  readonly moves: StateMoves;
  /** The instant that assignments were expired against, ISO-8601 in UTC. */
  readonly clock: string;
  /** Warnings and infos of the expansion. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads AWS and expands the access as of `clock`. */
export async function readOrganization(
  ports: Pick<Ports, "aws" | "step">,
  catalog: Catalog,
  clock: string,
): Promise<Ended<Organization>> {
  const step = ports.step("Reading AWS");
  const tags = catalog.accountTypes.some((type) => type.tags.length > 0);
  const read = await readAws(ports.aws, tags, (text) => step.update(text));
  if (!read.ok) {
    step.fail();
    return read;
  }
  const { caller, directory } = read.value;
  step.end(directorySize(directory));
  const built: BuiltAccess = buildAccess(catalog, directory, clock);
  if (built.model === null) return stopped("invalid", built.diagnostics);
  const { model, moves, diagnostics } = built;
  return done({ catalog, directory, caller, model, moves, clock, diagnostics });
}

async function readAws(
  aws: Aws,
  tags: boolean,
  progress: (text: string) => void,
): Promise<Ended<{ readonly caller: Caller; readonly directory: Directory }>> {
  const caller = await aws.caller();
  if (!caller.ok) return caller;
  const directory = await aws.directory(tags, progress);
  if (!directory.ok) return directory;
  return done({ caller: caller.value, directory: directory.value });
}

/** `11 accounts, 4 groups, 0 users` */
export function directorySize({ accounts, groups, users }: Directory): string {
  return [
    counted(accounts.length, "account"),
    counted(groups.length, "group"),
    counted(users.length, "user"),
  ].join(", ");
}
