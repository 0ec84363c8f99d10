import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { unknownTags } from "../read/unknown-tag.js";
import {
  backendHasAType,
  backendIsAMap,
  backendSettingsAreUsable,
  backendTypeIsSupported,
} from "../rules/backends-are-valid.js";
import { error } from "../rules/rule.js";
import { child, textOf } from "../yaml/node.js";
import { providerNames } from "./identity-provider.js";
import type { IdentityProviderRule, ProviderFacts } from "./rule.js";
import {
  groupsAreMadeOnce,
  provisioningHasAnEndpoint,
  settingsAreOfTheProvider,
  stateIsItsOwn,
} from "./rules/stack.js";
import { oktaAndEntraAreNamed } from "./rules/tenant.js";
import { acsUrlsAreAws, entityIdIsAws, scimEndpointIsAws, tokenEndIsADay } from "./rules/values.js";

/** Every rule of the component. All run, also after schema errors. */
export const identityProviderRules: readonly IdentityProviderRule[] = [
  tagsAreKnown,
  providerIsKnown,
  entityIdIsAws,
  acsUrlsAreAws,
  scimEndpointIsAws,
  tokenEndIsADay,
  settingsAreOfTheProvider,
  oktaAndEntraAreNamed,
  groupsAreMadeOnce,
  provisioningHasAnEndpoint,
  stateIsItsOwn,
  backendTypeIsSupported,
  backendIsAMap,
  backendHasAType,
  backendSettingsAreUsable,
];

function tagsAreKnown({ written }: ProviderFacts): readonly Diagnostic[] {
  return [written.vars, written.backendType, written.backend].flatMap((node) =>
    node === undefined ? [] : unknownTags(node),
  );
}

function providerIsKnown({ written }: ProviderFacts): readonly Diagnostic[] {
  const node = child(written.vars, "provider");
  const name = textOf(node);
  if (node === undefined || name === undefined || name === "") return [];
  if ((providerNames as readonly string[]).includes(name)) return [];
  const hint = `use one of ${providerNames.join(", ")}; other is any that speaks SAML 2.0`;
  return [error("IDC751", `unknown provider "${name}"${didYouMean(name, providerNames)}`, node.span, hint)];
}
