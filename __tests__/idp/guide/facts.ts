import type { GuideFacts } from "../../../src/idp/guide/guide.js";

/** All that can be known of an organization. */
export const allFacts: GuideFacts = {
  region: "eu-west-1",
  serviceProvider: {
    entityId: "https://eu-west-1.signin.aws.amazon.com/platform/saml/d-936711aabb",
    acsUrls: [
      "https://eu-west-1.sso.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888",
      "https://eu-west-1.signin.aws/platform/saml/acs/11112222-3333-4444-5555-666677778888",
      "https://eu-west-1.signin.aws.amazon.com/platform/saml/acs/11112222-3333-4444-5555-666677778888",
    ],
  },
  scimEndpoint: "https://scim.eu-west-1.amazonaws.com/Abc12345-6789-4abc-8def-0123456789ab/scim/v2",
  groups: ["BillingAdmin", "DevOps"],
};

export const noFacts: GuideFacts = { region: null, serviceProvider: null, scimEndpoint: null, groups: [] };
