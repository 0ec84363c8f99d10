import { buildAccess } from "../../src/access/build.js";
import type { AccessModel } from "../../src/access/model.js";
import type { Catalog } from "../../src/catalog/catalog.js";
import type { Directory } from "../../src/directory/directory.js";
import type { Facts } from "../../src/workflow/facts.js";
import { catalogOf } from "./catalog.js";
import { directoryOf, managementAccountId } from "./directory.js";

/** The instant at which doubles look at the world. */
export const clock = "2026-11-24T12:00:00.000Z";

/** The access of a catalog; throws when it is not valid. */
export function modelOf(catalog: Catalog, directory: Directory | null): AccessModel {
  return builtOf(catalog, directory).model;
}

function builtOf(catalog: Catalog, directory: Directory | null): Pick<Facts, "model" | "moves"> {
  const { model, moves, diagnostics } = buildAccess(catalog, directory, clock);
  if (model === null) throw new Error(JSON.stringify(diagnostics, null, 2));
  return { model, moves };
}

/** Facts of a catalog with these `vars`, seen from the management account of a real AWS. */
export function factsOf(
  vars: Readonly<Record<string, unknown>>,
  directory: Directory = directoryOf({}),
  more: Partial<Pick<Facts, "isLoopback">> & { readonly callerAccountId?: string } = {},
): Facts {
  const catalog = catalogOf(vars);
  const accountId = more.callerAccountId ?? managementAccountId;
  return {
    catalog,
    directory,
    caller: { accountId, arn: `arn:aws:iam::${accountId}:user/me` },
    ...builtOf(catalog, directory),
    clock,
    diagnostics: [],
    terraformVersion: "1.11.4",
    isLoopback: more.isLoopback ?? false,
    backend: catalog.backend,
  };
}
