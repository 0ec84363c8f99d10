import { join } from "node:path";
import { done, type Ended } from "../../workflow/ended.js";
import { openSandbox } from "./open-sandbox.js";

/** The sandbox inside this process, for `--sandbox`. */
export interface EmbeddedSandbox {
  /** What makes the SDK and Terraform use it, and nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>;
  close(): Promise<void>;
}

/** The file in which the sandbox keeps its world, below the sandbox's folder. */
export const sandboxState = "aws.json";

/** Starts a sandbox whose state is in `root`. Real credentials never reach it. */
export async function startEmbeddedSandbox(
  root: string,
  outer: EmbeddedSandbox["env"],
): Promise<Ended<EmbeddedSandbox>> {
  const opened = await openSandbox({ statePath: join(root, sandboxState) });
  if (!opened.ok) return opened;
  const sandbox = opened.value;
  const env = {
    AWS_ENDPOINT_URL: sandbox.url,
    AWS_ACCESS_KEY_ID: "sandbox",
    AWS_SECRET_ACCESS_KEY: "sandbox",
    AWS_SESSION_TOKEN: undefined,
    AWS_PROFILE: undefined,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: undefined,
    ...Object.fromEntries(
      Object.keys(outer)
        .filter((name) => name.startsWith("AWS_ENDPOINT_URL_"))
        .map((name) => [name, undefined]),
    ),
  };
  return done({ env, close: () => sandbox.close() });
}
