import { entityIdRegion } from "../../../catalog/identity-provider/urls.js";
import { error } from "../../../catalog/rules/rule.js";
import type { MetadataFacts } from "./rule.js";

/** SAML's bound. */
const longest = 1024;
const tenantPlaceholder = /\{tenantid\}/i;
const placeholder = /[{}<>]|\$\(/;

/** The entity ID is there, of a length that SAML allows, and the provider's own. */
export function entityIdIsItsOwn({ metadata }: MetadataFacts) {
  const { entityId, span } = metadata;
  const id = entityId?.value ?? "";
  const found = (message: string, hint: string) => [error("IDC708", message, entityId?.span ?? span, hint)];
  if (id.trim() === "") return found("the entityID is missing", "download the file again");
  if (id.length > longest) {
    return found(
      `the entityID has ${id.length} characters; SAML allows ${longest}`,
      "set a shorter one in the provider",
    );
  }
  if (tenantPlaceholder.test(id)) {
    return found(
      `the entityID "${id}" is of no tenant: this is Microsoft's file for all of them`,
      "take the file of the application: Enterprise applications > the application > Single sign-on > Federation Metadata XML",
    );
  }
  if (placeholder.test(id)) {
    return found(
      `the entityID "${id}" has a placeholder in it`,
      "take the file of one application, with its real values",
    );
  }
  if (/\s/.test(id)) {
    return found(
      `the entityID "${id}" has white space in it`,
      "remove it in the provider; AWS compares every character",
    );
  }
  if (entityIdRegion(id) !== null) {
    const message = `the entityID "${id}" is AWS's own, and must be the identity provider's`;
    return found(
      message,
      "in the provider, this value is the audience; the entity ID of the provider is another one",
    );
  }
  return [];
}
