import type { ProviderName, ServiceProvider } from "../../catalog/identity-provider/identity-provider.js";

/**
 * The steps every guide has, in this order; `identity setup` points at them. `enable`: switch Identity
 * Center on. `values`: read AWS's values from its console. `application`: make the SAML application.
 * `metadata`: upload its metadata to AWS. `scim`: provisioning. `groups`: the required groups, and
 * people in them. `mfa`: a second factor. `sign-in`: try it. `deploy`: the catalog.
 */
export const stepIds = [
  ...(["enable", "values", "application", "metadata", "scim", "groups", "mfa", "sign-in", "deploy"] as const),
] as const;

export type StepId = (typeof stepIds)[number];

/** A value to paste, exactly as it has to be. */
export interface GuideValue {
  /** The name of the field in the console that it goes into. */
  readonly name: string;
  /** Without a value of the organization this is a placeholder in angle brackets; "" means: leave it empty. */
  readonly value: string;
}

/** What people see when a step went wrong. */
export interface GoesWrong {
  /** What is seen, and where. */
  readonly symptom: string;
  /** Why, and what to do. */
  readonly remedy: string;
}

export interface GuideStep {
  readonly id: StepId;
  /** An imperative: "Make the SAML application in Okta". */
  readonly title: string;
  /** One action each, as sentences, in order. Menu paths are written `A > B > C`. */
  readonly actions: readonly string[];
  readonly values: readonly GuideValue[];
  /** How to see that it is done. */
  readonly check: string;
  readonly goesWrong: readonly GoesWrong[];
}

/**
 * What a person clicks to connect one provider, and nothing that can be generated. Texts have backticks around
 * what is typed, or read literally; only values have anything of the organization.
 */
export interface Guide {
  readonly provider: ProviderName;
  readonly title: string;
  readonly steps: readonly GuideStep[];
  /** What holds for the provider as a whole: limits, licences, delays. */
  readonly notes: readonly string[];
}

/** What is known of the organization; the rest stays a placeholder. */
export interface GuideFacts {
  /** Home region of Identity Center, such as `us-east-1`. */
  readonly region: string | null;
  readonly serviceProvider: ServiceProvider | null;
  readonly scimEndpoint: string | null;
  /** The groups that must be there, exactly so spelled. */
  readonly groups: readonly string[];
}
