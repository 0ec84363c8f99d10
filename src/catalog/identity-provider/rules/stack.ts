import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { named } from "../../assemble/named.js";
import { assembleBackend, type Backend, projectState } from "../../backend.js";
import { joinPath } from "../../read/files.js";
import { checkName } from "../../rules/names-are-usable.js";
import { error, warning } from "../../rules/rule.js";
import { child, descend, entriesOf, isTrue, itemsOf, textOf } from "../../yaml/node.js";
import { providerNames, stackOf } from "../identity-provider.js";
import type { ProviderFacts } from "../rule.js";

/** What only one provider's stack reads is written for that provider. */
export function settingsAreOfTheProvider({ written: { vars } }: ProviderFacts): readonly Diagnostic[] {
  const provider = textOf(child(vars, "provider"));
  const readBy: Readonly<Record<string, readonly string[]>> = {
    okta: ["okta"],
    entra: ["entra"],
    groups: ["okta", "entra"],
    application_name: ["okta", "entra"],
  };
  const isKnown = providerNames.some((known) => known === provider);
  return entriesOf(vars).flatMap(({ key, keySpan }) => {
    const providers = readBy[key];
    if (providers === undefined || !isKnown || providers.includes(provider ?? "")) return [];
    const message = `"${key}" has no effect with provider "${provider}"`;
    return [warning("IDC760", message, keySpan, `remove it: it is read for ${providers.join(" and ")} only`)];
  });
}

/** A group to make in the provider has a usable name, is listed once and is not made in AWS as well. */
export function groupsAreMadeOnce({ written, catalog }: ProviderFacts): readonly Diagnostic[] {
  const listed = itemsOf(child(written.vars, "groups")).flatMap(named);
  const inAws = new Map(catalog?.groups.map((group) => [group.name, group.span]));
  return listed.flatMap((group, i) => {
    const { name, span } = group;
    const found = checkName(group);
    if (listed.findIndex((other) => other.name === name) < i)
      return [...found, error("IDC762", `group "${name}" is listed twice`, span, "remove one")];
    if (!inAws.has(name)) return found;
    const message = `group "${name}" is made in the provider, and in AWS by groups of the catalog`;
    const hint = "keep it in one of the two: what SCIM pushes and what Terraform makes in AWS are two groups";
    return [...found, error("IDC762", message, span, hint)];
  });
}

/** Terraform cannot set up provisioning without knowing where to. */
export function provisioningHasAnEndpoint({ written: { vars } }: ProviderFacts): readonly Diagnostic[] {
  const provisioning = descend(vars, "entra", "provisioning");
  if (!isTrue(provisioning) || descend(vars, "scim", "endpoint") !== undefined) return [];
  const hint = "write scim.endpoint, as Identity Center shows it, or provisioning: false until SCIM is on";
  const message = "entra.provisioning is true, and scim.endpoint is missing";
  return [error("IDC764", message, provisioning?.span ?? null, hint)];
}

/** Two stacks in one state would each destroy what the other made. */
export function stateIsItsOwn({ written, catalog }: ProviderFacts): readonly Diagnostic[] {
  const stack = stackOf(textOf(child(written.vars, "provider")) ?? "");
  if (stack === null || catalog === null) return [];
  if (placeOf(assembleBackend(written), stack) !== placeOf(catalog.backend, "aws-sso")) return [];
  const message = `the stacks ${stack} and aws-sso would have one state: each deploy would destroy what the other made`;
  const hint = "give this component a key, path or workspace of its own under backend";
  return [error("IDC763", message, written.span, hint)];
}

/** Where the state of a stack is, as far as that tells two states apart. */
function placeOf(written: Backend | null, stack: string): string {
  const backend = written ?? projectState(stack);
  if (backend.type === "local") return JSON.stringify([backend.type, joinPath("", backend.path)]);
  const parts = backend.type === "s3" ? ["bucket", "key"] : ["organization", "hostname", "workspaces"];
  return JSON.stringify([backend.type, ...parts.map((part) => backend.config[part] ?? null)]);
}
