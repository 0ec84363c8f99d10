import { acsValues } from "../known-values.js";
import type { PartsOf } from "../provider-parts.js";

export const okta: PartsOf = (known) => ({
  application: {
    actions: [
      "Okta Admin Console > Applications > Applications > Browse App Catalog > AWS IAM Identity Center > Add Integration. AWS Account Federation is another application.",
      "Sign On tab > Edit > SAML 2.0. The fields are below Advanced Sign-on Settings; their names differ a little from version to version.",
      "Enter the default ACS URL, and the others where the form has fields for them. When it has none, make a SAML application of your own (Create App Integration > SAML 2.0), which has Other Requestable SSO URLs, and switch SCIM on under General > App Settings.",
      "Credentials Details > Application username format: what the user name in AWS shall be, which is the Name ID too.",
      "Or have this step and the groups as code: with `service_provider` in the component `identity-provider`, `npx identity synth` writes a stack `okta` as well. See `docs/identity-provider-stacks.md`.",
    ],
    values: [
      ...acsValues(known, "AWS SSO ACS URL"),
      { name: "AWS SSO issuer URL", value: known.entityId },
      { name: "Default Relay State", value: "" },
      { name: "Name ID format", value: "EmailAddress" },
      { name: "Application username format", value: "Email" },
    ],
    goesWrong: [
      {
        symptom: "Okta signs the person in, and AWS answers with an error page.",
        remedy: "Issuer and ACS URL are swapped, have a slash too many, or are of another Region.",
      },
    ],
  },
  metadata: {
    actions: [
      "Okta: Sign On tab > View SAML setup instructions, or SAML Signing Certificates > Actions > View IdP metadata. Save the page as an XML file.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "The issuer in the file begins with `http://www.okta.com/`.",
        remedy: "That is right: it is a name and no address.",
      },
    ],
  },
  scim: {
    actions: [
      "In Okta: Provisioning tab > Configure API Integration > Enable API integration. Base URL is the SCIM endpoint, API Token the access token > Test API Credentials > Save.",
      "Provisioning > To App > Edit: enable Create Users, Update User Attributes and Deactivate Users > Save.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "Okta refuses the Base URL.",
        remedy: "It ends with a slash: take it away.",
      },
    ],
  },
  groups: {
    actions: [
      "Directory > Groups: make the groups below, and put people into them.",
      "Assignments tab > Assign > Assign to Groups: a group of its own for everybody who may use AWS, for example `aws-users`. It makes users in AWS, and is not pushed.",
      "Push Groups tab > Push Groups > Find groups by name: each of the groups below. It makes groups in AWS, and memberships of users who are assigned.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "The group is in AWS and has too few members.",
        remedy:
          "Members must be assigned to the application too, and the group that assigns must not be the one that is pushed: use two. Then Push Groups > the group > Push now.",
      },
    ],
  },
  mfa: {
    actions: [
      "Okta: Security > Authentication Policies (App sign-in in newer versions): a rule for this application that asks for two factors, and no rule above it that lets people through. Sign On tab > User authentication shows which policy applies.",
    ],
    values: [],
    goesWrong: [],
  },
  signIn: {
    actions: ["Open the tile of the application on Okta's End-User Dashboard, too."],
    values: [],
    goesWrong: [
      {
        symptom: "Okta says that the user is not assigned to the application.",
        remedy: "Add the person to the group that assigns, in step 6.",
      },
    ],
  },
  notes: [
    "Provisioning needs a plan with Lifecycle Management. Changes arrive within minutes.",
    "Who is unassigned or deactivated in Okta is deactivated in AWS, not deleted.",
    "Passwords are not synchronized: leave Sync Password off.",
  ],
});
