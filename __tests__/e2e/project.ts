import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import {
  credentialsFor,
  type Env,
  type Result,
  type Running,
  startIdentity,
  temporaryFolder,
} from "./identity.js";

/** A folder with a catalog in which `identity` is run, removed when the test ends. */
export interface Project {
  readonly folder: string;
  /** Runs `identity` to its end. */
  identity(...args: readonly string[]): Promise<Result>;
  start(...args: readonly string[]): Running;
  /** The same folder with variables set or (undefined) unset. */
  withEnv(env: Env): Project;
  writeCatalog(catalog: string): Promise<void>;
  /** Files below a folder of the project, sorted, without Terraform's own data. */
  files(below: string): Promise<readonly string[]>;
  read(file: string): Promise<string>;
}

/** Makes a project whose environment points at an endpoint, or nowhere when `url` is null. */
export async function createProject(url: string | null, catalog: string): Promise<Project> {
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  const project = projectIn(path, url === null ? {} : credentialsFor(url));
  await project.writeCatalog(catalog);
  return project;
}

/** A project in a folder that exists. */
export function projectIn(folder: string, env: Env): Project {
  return {
    folder,
    identity: (...args) => startIdentity(folder, env, args).ended,
    start: (...args) => startIdentity(folder, env, args),
    withEnv: (more) => projectIn(folder, { ...env, ...more }),
    async writeCatalog(catalog) {
      const file = join(folder, "catalog/aws-sso.yaml");
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, catalog);
    },
    async files(below) {
      const names = await readdir(join(folder, below), { recursive: true }).catch(() => []);
      return names.filter((name) => !name.startsWith("terraform")).sort();
    },
    read: (file) => readFile(join(folder, file), "utf8"),
  };
}

/** What a small catalog says. */
export interface SmallCatalog {
  readonly region?: string;
  /** Name to id. */
  readonly accounts: Readonly<Record<string, string>>;
  /** Own sets, as in `permission_sets`. */
  readonly sets: Readonly<Record<string, object>>;
  /** As in `account_assignments`. */
  readonly assignments: object;
  readonly groups?: readonly string[];
}

/** The text of a catalog; JSON is YAML. */
export function catalogText({
  region = "us-east-1",
  accounts,
  sets,
  assignments,
  groups = [],
}: SmallCatalog): string {
  const vars = {
    enabled: true,
    region,
    account_map: { full_account_map: accounts },
    groups,
    permission_sets: sets,
    account_assignments: assignments,
  };
  return JSON.stringify({ components: { terraform: { "aws-sso": { vars } } } }, null, 2);
}

/** `account_assignments` of one account: group name to its sets. */
export function groups(of: Readonly<Record<string, readonly string[]>>): object {
  return {
    groups: Object.fromEntries(Object.entries(of).map(([name, sets]) => [name, { permission_sets: sets }])),
  };
}

/** A catalog in which Developers have the set Look in each of these accounts, name to id. */
export function lookIn(accounts: Readonly<Record<string, string>>): string {
  return catalogText({
    accounts,
    sets: { Look: { description: "Look at things" } },
    assignments: Object.fromEntries(
      Object.keys(accounts).map((name) => [name, groups({ Developers: ["Look"] })]),
    ),
  });
}
