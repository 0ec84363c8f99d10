import { visible } from "../diagnostic/visible.js";
import { versionArgs } from "./args.js";
import type { Environment } from "./environment.js";
import type { Exec, ExecResult } from "./exec.js";
import { asText, parseObject } from "./json.js";
import { failed, type Outcome, ok, type TerraformProblem } from "./outcome.js";

const minimum = { major: 1, minor: 10 } as const;

const install =
  "install it from https://developer.hashicorp.com/terraform/install, with `brew install hashicorp/tap/terraform`, " +
  "or with `tfenv install latest`, and have it on PATH";
const look = "run `terraform version -json` here and see why";

/** The version of the `terraform` on PATH, such as `1.11.4`, when it is one this program works with. */
export async function findTerraform(exec: Exec, env: Environment, cwd: string): Promise<Outcome<string>> {
  const quiet = { ...env, CHECKPOINT_DISABLE: "1" };
  const result = await exec({ file: "terraform", args: versionArgs(), cwd, env: quiet, capture: 65_536 });
  return checkVersion(result);
}

/** Decides over the result of `terraform version -json`. */
export function checkVersion(result: ExecResult): Outcome<string> {
  if (result.startError !== null) return failed(cannotStart(result.startError));
  const version = asText(parseObject(result.stdout)?.terraform_version);
  if (version === null) return failed(noVersion(result));
  if (!isEnough(version)) {
    const message = `terraform ${version} is too old, ${minimum.major}.${minimum.minor} or newer is needed`;
    return failed(problem("IDC512", message, install));
  }
  return ok(version);
}

/** The problem of a `terraform` that is missing or cannot be executed. */
export function cannotStart(startError: string): TerraformProblem {
  if (startError === "ENOENT")
    return problem("IDC511", "terraform is not installed, or not on PATH", install);
  return problem("IDC511", `terraform cannot be started: ${startError}`, look);
}

/** A `terraform` that ran and said something else: how it ended and its own words tell why. */
function noVersion(result: ExecResult): TerraformProblem {
  const how = result.signal === null ? `ended with code ${result.code}` : `was killed by ${result.signal}`;
  const words = mostTelling(result.stderrTail);
  const message = `\`terraform version\` ${how} and gave no version${words === null ? "" : `: ${visible(words)}`}`;
  const worked = result.signal === null && result.code === 0;
  return problem("IDC511", message, worked ? install : look);
}

/** Go's own reason where there is one, for a dump of its threads follows; else the last line that has words. */
function mostTelling(stderr: string): string | null {
  const lines = stderr.split("\n").filter((line) => /[a-z]/i.test(line));
  const reason = lines.find((line) => /^(fatal error|panic|runtime): /.test(line));
  return (reason ?? lines.at(-1))?.trim() ?? null;
}

function isEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > minimum.major || (major === minimum.major && minor >= minimum.minor);
}

function problem(code: string, message: string, hint: string): TerraformProblem {
  return { code, message, hint, logFile: null, errors: [] };
}
