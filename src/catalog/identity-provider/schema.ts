import { type JsonSchema, names, record, text } from "../schema/json-schema.js";
import { providerNames } from "./identity-provider.js";

const mayBeEmpty = { type: ["object", "null"] };

/** Keys of `vars` of an identity-provider component. */
export const identityProviderVars: Readonly<Record<string, JsonSchema>> = {
  provider: text("Who people sign in with. `other` is any that speaks SAML 2.0.", {
    minLength: 1,
    examples: ["okta"],
    editor: { suggest: providerNames, closed: true },
  }),
  service_provider: record(
    {
      entity_id: text("Issuer URL of Identity Center, in its home region.", {
        minLength: 1,
        examples: ["https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890"],
      }),
      acs_urls: names("Every ACS URL of Identity Center, the default one first.", {
        examples: [["https://us-east-1.signin.aws/platform/saml/acs/<tenant>"]],
      }),
    },
    "AWS's side of the federation: Settings > Identity source > Actions > Manage authentication shows it.",
    { ...mayBeEmpty, required: ["entity_id", "acs_urls"] },
  ),
  scim: record(
    {
      endpoint: text("SCIM endpoint of Identity Center, without a slash at its end.", { minLength: 1 }),
      token_expires_on: text("Day the access token ends. The token itself is never written down.", {
        minLength: 1,
        examples: ["2027-11-01"],
      }),
    },
    "Provisioning of users and groups.",
    mayBeEmpty,
  ),
  application_name: text("Stacks only. Label of the application in the provider.", {
    minLength: 1,
    default: "AWS IAM Identity Center",
  }),
  groups: names("Stacks only. Groups to make in the provider. Default: every group that must exist.", {
    default: undefined,
  }),
  okta: record(
    {
      org_name: text("First part of the domain: `acme` of `acme.okta.com`. Default: `OKTA_ORG_NAME`.", {
        minLength: 1,
        examples: ["acme"],
      }),
      base_url: text("The rest of it. Default: `OKTA_BASE_URL`, or `okta.com`.", {
        minLength: 1,
        examples: ["okta.com"],
      }),
    },
    "What the stack `okta` needs.",
    mayBeEmpty,
  ),
  entra: record(
    {
      tenant_id: text("Id of the tenant. Default: `ARM_TENANT_ID`, or the one that is signed in to.", {
        minLength: 1,
        examples: ["00000000-1111-2222-3333-444444444444"],
      }),
      provisioning: {
        type: "boolean",
        default: false,
        description: "`true`: Terraform sets up provisioning too. The SCIM token is then in its state.",
      },
    },
    "What the stack `entra-id` needs.",
    mayBeEmpty,
  ),
};

/** The component's `vars` after merging, without the keys of other components. */
export const identityProviderSchema: JsonSchema = {
  type: "object",
  properties: identityProviderVars,
  required: ["provider"],
  additionalProperties: false,
};
