/** Creations AWS leaves outstanding per instance; more are refused. Source: the Identity Center quotas. */
export const applyParallelism = 15;

/**
 * A refresh is one call per assignment and all of them share 20 requests a second. Ten at a time use
 * that up when a call takes half a second; more would only be throttled and tried again.
 */
export const planParallelism = 10;

/** How long to wait for another run's state lock, in seconds. */
export const defaultLockTimeout = 30;

const common = ["-json", "-input=false"] as const;

/** `terraform init`; `mirrorArgs` from `mirror.ts`. Never `-reconfigure`, never `-upgrade`. */
export function initArgs(mirrorArgs: readonly string[]): readonly string[] {
  return ["init", ...common, ...mirrorArgs];
}

/** `terraform plan` into a file; exits 2 when there are changes. Data sources are read without a refresh too. */
export function planArgs(options: {
  readonly out: string;
  readonly refresh: boolean;
  readonly parallelism: number;
  readonly lockTimeout: number;
}): readonly string[] {
  const refresh = options.refresh ? [] : ["-refresh=false"];
  return ["plan", ...common, "-detailed-exitcode", ...refresh, ...shared(options), `-out=${options.out}`];
}

/** `terraform apply` of exactly one saved plan. */
export function applyArgs(
  planFile: string,
  options: { readonly parallelism: number; readonly lockTimeout: number },
): readonly string[] {
  return ["apply", ...common, ...shared(options), planFile];
}

/** `terraform show` of a saved plan. */
export function showArgs(planFile: string): readonly string[] {
  return ["show", "-json", planFile];
}

/** `terraform version` as JSON. */
export function versionArgs(): readonly string[] {
  return ["version", "-json"];
}

/**
 * `terraform init` of a folder with nothing but a backend. A state with objects needs their provider even so;
 * looked for in the folder itself it is not found, and nothing is downloaded.
 */
export function initBackendArgs(): readonly string[] {
  return ["init", ...common, "-plugin-dir=."];
}

/**
 * Takes the lock and gives it back at once, and nothing else: no object has this address. Unlike a plan
 * it needs no provider, and with HCP Terraform it starts no run.
 */
export function tryLockArgs(): readonly string[] {
  const quiet = ["-no-color", "-lock-timeout=0s", "-allow-missing", "-ignore-remote-version"];
  return ["untaint", ...quiet, "terraform_data.nothing"];
}

/** The state as it is written, on stdout; nothing when there is none. */
export function pullArgs(): readonly string[] {
  return ["state", "pull"];
}

/** Takes a lock away, whoever holds it; refused when the lock has another id by now. */
export function forceUnlockArgs(id: string): readonly string[] {
  return ["force-unlock", "-no-color", "-force", "--", id];
}

function shared(options: { readonly parallelism: number; readonly lockTimeout: number }): readonly string[] {
  return [`-lock-timeout=${options.lockTimeout}s`, `-parallelism=${options.parallelism}`];
}
