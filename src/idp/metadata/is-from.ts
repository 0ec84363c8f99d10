import { type ProviderName, providerTitles } from "../../catalog/identity-provider/identity-provider.js";
import { error, warning } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Subject } from "./read-provider.js";
import type { XmlElement } from "./xml/element.js";

/** The file is of the provider that it must be from. */
export function isFrom(
  provider: ProviderName | null,
  { recognized, metadata }: Subject,
): readonly Diagnostic[] {
  if (provider === null || recognized?.provider === provider) return [];
  const span = metadata.entityId?.span ?? metadata.span;
  const hint = "take the file of the application for AWS in that provider, or leave --provider out";
  if (recognized !== null) {
    const message = `this is the metadata of ${recognized.product}, not of ${providerTitles[provider]}`;
    return [error("IDC719", message, span, hint)];
  }
  if (provider === "other") return [];
  const message = `nothing in the file says that it is of ${providerTitles[provider]}`;
  return [
    warning(
      "IDC719",
      message,
      span,
      "look at the hosts of the sign-in URLs; a domain of one's own is not known",
    ),
  ];
}

/** What is said of a service provider's file where an identity provider's has to be. */
export function isOfTheOtherSide({ span }: XmlElement): readonly Diagnostic[] {
  const message = "this is the service provider's file, which goes to the identity provider, not to AWS";
  return [error("IDC706", message, span, "give the file that the identity provider offers for download")];
}
