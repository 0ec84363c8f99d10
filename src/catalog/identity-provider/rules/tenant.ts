import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import { hasInvisible, visible } from "../../../diagnostic/visible.js";
import { error } from "../../rules/rule.js";
import { child, descend, type Node, textOf } from "../../yaml/node.js";
import type { ProviderFacts } from "../rule.js";

/** The Okta organization, the Entra tenant and the application are named as their providers name them. */
export function oktaAndEntraAreNamed({ written: { vars } }: ProviderFacts): readonly Diagnostic[] {
  return [
    ...check(
      descend(vars, "okta", "org_name"),
      "okta.org_name",
      /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i,
      'write the first part of the domain alone: "acme" of https://acme.okta.com',
    ),
    ...check(
      descend(vars, "okta", "base_url"),
      "okta.base_url",
      /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/i,
      "write a domain alone: okta.com, okta-emea.com, okta-gov.com or oktapreview.com",
    ),
    ...check(
      descend(vars, "entra", "tenant_id"),
      "entra.tenant_id",
      /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
      "copy the tenant ID of the overview page of Microsoft Entra ID, a UUID",
    ),
    ...applicationName(child(vars, "application_name")),
  ];
}

function check(node: Node | undefined, field: string, shape: RegExp, hint: string): readonly Diagnostic[] {
  const text = textOf(node);
  if (node === undefined || text === undefined || text === "" || shape.test(text)) return [];
  return [error("IDC761", `${field} is "${visible(text)}"`, node.span, hint)];
}

/** Okta takes 100 characters, Entra more. */
function applicationName(node: Node | undefined): readonly Diagnostic[] {
  const name = textOf(node);
  if (node === undefined || name === undefined || name === "") return [];
  if (name === name.trim() && !hasInvisible(name) && name.length <= 100) return [];
  const hint = "write up to 100 visible characters, without spaces at the ends";
  return [error("IDC761", `application_name is "${visible(name)}"`, node.span, hint)];
}
