import type { Backend } from "../backend.js";
import type { Named } from "../catalog.js";

/** The identity providers that have a guide of their own; `other` is any that speaks SAML 2.0. */
export const providerNames = ["okta", "jumpcloud", "entra", "google", "other"] as const;

export type ProviderName = (typeof providerNames)[number];

/** How a provider is called where people read it. */
export const providerTitles: Readonly<Record<ProviderName, string>> = {
  okta: "Okta",
  jumpcloud: "JumpCloud",
  entra: "Microsoft Entra ID",
  google: "Google Workspace",
  other: "another SAML identity provider",
};

/** The name of the stack that makes the application of a provider; null when there is none. */
export function stackOf(provider: string): "okta" | "entra-id" | null {
  if (provider === "okta") return "okta";
  return provider === "entra" ? "entra-id" : null;
}

/** AWS's side of the SAML federation, as the service provider's metadata file has it. */
export interface ServiceProvider {
  /** Issuer, entity ID and audience at once: `https://<region>.signin.aws.amazon.com/platform/saml/d-…`. */
  readonly entityId: string;
  /** Every assertion consumer service, the default one first. All of them must be registered. Never empty. */
  readonly acsUrls: readonly string[];
}

/** What the stacks `okta` and `entra-id` need besides; other providers have no stack. */
export interface ProviderStack {
  /** Label of the application in the provider. Default: AWS IAM Identity Center. */
  readonly applicationName: string;
  /** Groups to make there; null: every group that must exist. */
  readonly groups: readonly Named[] | null;
  /** Where the state of the stack is kept; null is the project's own local state. */
  readonly backend: Backend | null;
  /** First part of the Okta domain; null: `OKTA_ORG_NAME`. */
  readonly oktaOrgName: string | null;
  /** The rest of it, such as `okta.com`; null: `OKTA_BASE_URL`, or `okta.com`. */
  readonly oktaBaseUrl: string | null;
  /** Id of the Entra tenant; null: `ARM_TENANT_ID`, or the tenant that is signed in to. */
  readonly entraTenantId: string | null;
  /** True when Terraform sets up provisioning in Entra, for which it needs the SCIM token. Default: false. */
  readonly entraProvisioning: boolean;
}

/** The component `identity-provider` of the catalog: what is known of the provider outside AWS. */
export interface IdentityProvider {
  /** The component's key in the file, and its place. */
  readonly component: Named;
  readonly provider: ProviderName;
  /** Null until its values were written down. */
  readonly serviceProvider: ServiceProvider | null;
  /** `https://scim.<region>.amazonaws.com/<tenant>/scim/v2` without a slash at its end; null until SCIM is on. */
  readonly scimEndpoint: string | null;
  /** The day the SCIM token ends, as `YYYY-MM-DD`; AWS tells it nowhere but in its console. Null when it is not written. */
  readonly scimTokenExpiresOn: Named | null;
  readonly stack: ProviderStack;
}
