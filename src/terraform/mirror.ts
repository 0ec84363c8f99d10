import { dirname, join, resolve } from "node:path";
import { awsProviderVersion as version } from "../access/provider-version.js";
import type { Environment } from "./environment.js";
import type { FileStore } from "./file-store.js";
import { failed, type Outcome, ok } from "./outcome.js";

const registry = "registry.terraform.io";
const roots = ["/opt", "/usr/share", "/usr/local/share"] as const;

/** Terraform's name of a platform, such as `linux_amd64`, from Node's `process.platform` and `process.arch`. */
export function terraformPlatform(platform: string, arch: string): string {
  const os = platform === "win32" ? "windows" : platform;
  const cpu = arch === "x64" ? "amd64" : arch === "ia32" ? "386" : arch;
  return `${os}_${cpu}`;
}

/**
 * The folder to install the AWS provider from instead of the internet, or null when there is none:
 * `TF_PROVIDER_MIRROR`, or the parent of a folder `registry.terraform.io` two or three levels below
 * `/opt`, `/usr/share` or `/usr/local/share`. Only one that holds the provider for `platform` counts.
 */
export async function findMirror(
  files: Pick<FileStore, "list">,
  env: Environment,
  platform: string,
): Promise<Outcome<string | null>> {
  const named = env.TF_PROVIDER_MIRROR ?? "";
  if (named !== "") {
    // Terraform runs in another folder than this program
    const given = resolve(named);
    for (const folder of [given, dirname(given)]) {
      if (await holdsProvider(files, folder, platform)) return ok(folder);
    }
    return failed({
      code: "IDC513",
      message: `TF_PROVIDER_MIRROR "${named}" does not hold the AWS provider ${version} for ${platform}`,
      hint: `it needs ${registry}/hashicorp/aws/${version}/${platform}; or unset it to download the provider`,
      logFile: null,
      errors: [],
    });
  }
  for (const root of roots) {
    for (const folder of await foldersBelow(files, root)) {
      if (await holdsProvider(files, folder, platform)) return ok(folder);
    }
  }
  return ok(null);
}

/** The arguments of `terraform init` that make it use a mirror. */
export function mirrorArgs(folder: string | null): readonly string[] {
  return folder === null ? [] : [`-plugin-dir=${folder}`];
}

/** Folders that may hold a `registry.terraform.io`: one and two levels below the root, sorted. */
async function foldersBelow(files: Pick<FileStore, "list">, root: string): Promise<readonly string[]> {
  const children = (await files.list(root)).toSorted().map((name) => join(root, name));
  const nested = await Promise.all(
    children.map(async (child) =>
      (await listSafely(files, child)).toSorted().map((name) => join(child, name)),
    ),
  );
  return [...children, ...nested.flat()];
}

async function holdsProvider(
  files: Pick<FileStore, "list">,
  folder: string,
  platform: string,
): Promise<boolean> {
  const provider = join(folder, registry, "hashicorp", "aws");
  const packed = await listSafely(files, provider);
  if (packed.includes(`terraform-provider-aws_${version}_${platform}.zip`)) return true;
  const unpacked = await listSafely(files, join(provider, version, platform));
  return unpacked.some((name) => name.startsWith("terraform-provider-aws"));
}

/** A folder that may not be read is none of ours. */
async function listSafely(files: Pick<FileStore, "list">, folder: string): Promise<readonly string[]> {
  try {
    return await files.list(folder);
  } catch {
    return [];
  }
}
