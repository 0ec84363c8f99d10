import type { ServiceProvider } from "../catalog/identity-provider/identity-provider.js";
import type { Backend } from "./model.js";
import type { SynthInput } from "./synth.js";

/** What both stacks of an identity provider are made of. */
interface Application {
  readonly backend: Backend;
  /** Label of the application in the provider. */
  readonly applicationName: string;
  readonly serviceProvider: ServiceProvider;
  /** Groups to make in the provider and to bring to AWS. Sorted, each once. */
  readonly groups: readonly string[];
}

/** All that `cdk.tf.json` of the stack `okta` depends on. */
export interface OktaInput extends Application {
  readonly stack: "okta";
  /** The group that is assigned to the application. None of `groups`: Okta wants no group assigned and pushed at once. */
  readonly assignedGroup: string;
  /** First part of the Okta domain; null leaves it to `OKTA_ORG_NAME`. */
  readonly orgName: string | null;
  /** The rest of it; null leaves it to `OKTA_BASE_URL`. */
  readonly baseUrl: string | null;
}

/** All that `cdk.tf.json` of the stack `entra-id` depends on. */
export interface EntraIdInput extends Application {
  readonly stack: "entra-id";
  /** UUID; null leaves it to `ARM_TENANT_ID` or to who is signed in. */
  readonly tenantId: string | null;
  /** The SCIM endpoint when Terraform sets up provisioning; else null. */
  readonly scimEndpoint: string | null;
}

export type ProviderStackInput = OktaInput | EntraIdInput;

/** What came of the stack of an identity provider. */
export type Written =
  | { readonly ok: true }
  /** The npm package that has to be installed for it. */
  | { readonly ok: false; readonly missing: string };

/**
 * Writes one CDKTF output folder with the stack of the access and, when there is one, that of the identity
 * provider: `cdktf deploy NAME` finds both. The first is written also when the second cannot be.
 */
export type SynthAll = (
  input: SynthInput,
  provider: ProviderStackInput | null,
  outdir: string,
) => Promise<Written>;
