import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of this repository. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));
const main = join(repository, "dist/src/cli/main.js");

export type Env = Readonly<Record<string, string | undefined>>;

/** How a command ended. */
export interface Result {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Result>;
}

/** Nothing of this machine but where programs are; no credentials, and a home without any. */
export function cleanEnv(home: string, env: Env = {}): Env {
  const { PATH, TF_PROVIDER_MIRROR } = process.env;
  return {
    PATH,
    TF_PROVIDER_MIRROR,
    HOME: home,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    ...env,
  };
}

/** What lets a person reach a sandbox: the endpoint and any credentials. */
export function credentialsFor(url: string): Env {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  };
}

/** Starts `identity` in a folder, as a child process without a terminal. */
export function startIdentity(folder: string, env: Env, args: readonly string[]): Running {
  return start(process.execPath, [main, ...args], folder, cleanEnv(folder, env));
}

/** Starts a program and collects what it writes. */
export function start(file: string, args: readonly string[], cwd: string, env: Env): Running {
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      written[stream] += text;
    });
  }
  const ended = new Promise<Result>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, ...written }));
  });
  return { child, ended };
}

/** The result of a command that ended with this code, null by a signal; else an error with all that was written. */
export function exits(result: Result, code: number | null): Result {
  if (result.code === code) return result;
  const how = result.code ?? result.signal;
  const written = `--- stdout\n${result.stdout}\n--- stderr\n${result.stderr}`;
  throw new Error(`it should have ended with ${code ?? "a signal"}, and ended with ${how}\n${written}`);
}

/** A fresh folder that is removed after the work. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "identity-e2e-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
