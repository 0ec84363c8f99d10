import type { App } from "#cdktf";
import type { ProviderStackInput, Written } from "../src/access/provider-stack.js";

/** Adds the stack of an identity provider. Its constructs are loaded now: they are many, and may not be installed. */
export async function addProviderStack(app: App, input: ProviderStackInput): Promise<Written> {
  if (input.stack === "okta") {
    const loaded = await installed("@cdktf/provider-okta", () => import("./okta/stack.js"));
    if (loaded.ok) new loaded.module.OktaStack(app, input);
    return loaded;
  }
  const loaded = await installed("@cdktf/provider-azuread", () => import("./entra-id/stack.js"));
  if (loaded.ok) new loaded.module.EntraIdStack(app, input);
  return loaded;
}

/** Loads what needs an optional package, or names the package when it is not there. */
export async function installed<T>(
  name: string,
  load: () => Promise<T>,
): Promise<{ readonly ok: true; readonly module: T } | { readonly ok: false; readonly missing: string }> {
  try {
    return { ok: true, module: await load() };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.includes(name)) throw error;
    return { ok: false, missing: name };
  }
}
