import { type Diagnostic, hasErrors } from "../../diagnostic/diagnostic.js";
import type { Catalog } from "../catalog.js";
import { identityProviderNames } from "../component-names.js";
import type { Loaded } from "../read/imports.js";
import { instancesOf, isReal, mergeComponent } from "../read/merge-component.js";
import { fileShape, overridesShape } from "../read/shape.js";
import type { WrittenCatalog } from "../read/written.js";
import { error } from "../rules/rule.js";
import { checkVars } from "../schema/check.js";
import { descend } from "../yaml/node.js";
import { assembleIdentityProvider } from "./assemble.js";
import type { IdentityProvider } from "./identity-provider.js";
import { identityProviderRules } from "./rules.js";
import { identityProviderSchema, identityProviderVars } from "./schema.js";
import { noSecrets } from "./secrets.js";

export interface LoadedIdentityProvider {
  /** Null when the file has no such component, or an error is in it. */
  readonly identityProvider: IdentityProvider | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The component `identity-provider` of files that were read, with every rule that needs no network and no clock.
 * `catalog` is the access beside it; null when that could not be assembled.
 */
export function loadIdentityProvider(loaded: Loaded, catalog: Catalog | null): LoadedIdentityProvider {
  const { root, own } = loaded;
  // What is around all components was reported with the first of them.
  if (root === undefined || hasErrors([...fileShape(root), ...overridesShape(own)])) return none([]);
  const all = descend(root, "components", "terraform");
  const [chosen, second] = instancesOf(all, identityProviderNames).filter(isReal);
  if (chosen === undefined) return none([]);
  if (second !== undefined) {
    const message = `several identity providers: ${chosen.key}, ${second.key}`;
    const hint = "Identity Center has one: set metadata.enabled to false in the others";
    return none([error("IDC750", message, second.keySpan, hint)]);
  }
  const { written: merged, diagnostics } = mergeComponent(loaded, chosen);
  if (merged === null) return none(diagnostics);
  const written = withoutOthers(merged);
  const secrets = noSecrets(written.vars);
  // Another finding in the same line would print it.
  if (secrets.length > 0) return none([...diagnostics, ...secrets]);
  const found = [
    ...diagnostics,
    ...checkVars(written, identityProviderSchema),
    ...identityProviderRules.flatMap((rule) => rule({ written, catalog })),
  ];
  return hasErrors(found)
    ? none(found)
    : { identityProvider: assembleIdentityProvider(written), diagnostics: found };
}

function none(diagnostics: readonly Diagnostic[]): LoadedIdentityProvider {
  return { identityProvider: null, diagnostics };
}

/** Vars of the whole file are other components' too: what is not known is theirs, unless it stands here. */
function withoutOthers(written: WrittenCatalog): WrittenCatalog {
  const entries = [...written.vars.entries].filter(
    ([key]) => written.ownKeys.has(key) || Object.hasOwn(identityProviderVars, key),
  );
  return { ...written, vars: { ...written.vars, entries: new Map(entries) } };
}
