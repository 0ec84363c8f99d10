// The bare CDKTF tools for this folder: node scripts/cdktf.mjs diff|deploy|destroy [stack] [arguments of cdktf].
// Without a stack it is aws-sso.
//
// Adds to `cdktf` what it does not do by itself: it uses a provider mirror on disk when there is one, gives
// Terraform the committed provider lock file, and calls nobody to ask for newer versions.
import { spawn } from "node:child_process";
import { access, copyFile, mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";

const root = join(import.meta.dirname, "..");
const VERBS = ["diff", "deploy", "destroy"];
const STACK = "aws-sso";
const OTHERS = ["okta", "entra-id"];

const [verb, ...rest] = process.argv.slice(2);
if (!VERBS.includes(verb)) {
  console.error(`usage: node scripts/cdktf.mjs ${VERBS.join("|")} [arguments of cdktf]`);
  process.exit(3);
}
// Mirrors and the committed lock file have the AWS provider alone.
const mirror = rest.some((argument) => OTHERS.includes(argument)) ? null : await providerMirror();
await bringLockFile();
process.exitCode = await run(verb, withStack(rest));

/** With the stack of an identity provider beside it, cdktf would ask which one is meant. */
function withStack(args) {
  const isNamed = args.some((argument) => argument === STACK || OTHERS.includes(argument));
  return isNamed || /^[^-]/.test(args[0] ?? "") ? args : [STACK, ...args];
}

async function providerMirror() {
  const { findMirror, terraformPlatform } = await import("../dist/src/terraform/mirror.js");
  const { nodeFileStore } = await import("../dist/src/terraform/node-file-store.js");
  const platform = terraformPlatform(process.platform, process.arch);
  const found = await findMirror(nodeFileStore, process.env, platform);
  if (found.ok) return found.value;
  console.error(`${found.problem.message}\n${found.problem.hint}`);
  process.exit(1);
}

/** CDKTF leaves a stack's folder in place when it synthesizes, so the file is there when it runs init. */
async function bringLockFile() {
  const committed = join(root, "terraform.lock.hcl");
  try {
    await access(committed);
  } catch {
    return;
  }
  const stack = resolve(root, process.env.CDKTF_OUTDIR ?? "cdktf.out", "stacks", STACK);
  await mkdir(stack, { recursive: true });
  await copyFile(committed, join(stack, ".terraform.lock.hcl"));
}

async function run(verb, args) {
  const manifest = createRequire(import.meta.url).resolve("cdktf-cli/package.json");
  const { bin } = JSON.parse(await readFile(manifest, "utf8"));
  const offline = mirror === null ? [] : ["--skip-provider-lock"];
  const child = spawn(process.execPath, [join(dirname(manifest), bin.cdktf), verb, ...args, ...offline], {
    cwd: root,
    env: { ...process.env, CHECKPOINT_DISABLE: "1", ...mirrorEnvironment() },
    stdio: "inherit",
  });
  // A terminal sends the interrupt to both processes; this one waits for CDKTF to let go of the state.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  return new Promise((done, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => done(code ?? (signal === "SIGINT" ? 130 : 1)));
  });
}

function mirrorEnvironment() {
  if (mirror === null) return {};
  const before = process.env.TF_CLI_ARGS_init;
  return { TF_CLI_ARGS_init: [before, `-plugin-dir=${mirror}`].filter(Boolean).join(" ") };
}
