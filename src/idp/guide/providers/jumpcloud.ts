import { acsValues } from "../known-values.js";
import type { PartsOf } from "../provider-parts.js";

export const jumpcloud: PartsOf = (known) => ({
  application: {
    actions: [
      "JumpCloud Admin Portal > Access > SSO Applications (earlier: User Authentication) > Add New Application > AWS IAM Identity Center. Amazon Web Services (IAM) is another application.",
      "Choose a display label. The IdP URL under advanced settings cannot be changed later: take it as it is > Save > Configure application.",
      "SSO tab > Service Provider Metadata > Upload: the file of step 2. Compare what it filled in with the values below, and add each ACS URL that is missing.",
      "IdP Entity ID is a name of your own, such as `jumpcloud-aws`. Save.",
    ],
    values: [
      { name: "SP Entity ID", value: known.entityId },
      ...acsValues(known, "ACS URL"),
      { name: "SAMLSubject NameID", value: "email" },
      {
        name: "SAMLSubject NameID format",
        value: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
      },
      { name: "Default RelayState", value: "" },
    ],
    goesWrong: [
      {
        symptom: "Saving fails because the IdP Entity ID is taken.",
        remedy: "Each application needs one of its own.",
      },
    ],
  },
  metadata: {
    actions: ["JumpCloud: the application > SSO tab > JumpCloud Metadata > Export Metadata."],
    values: [],
    goesWrong: [
      {
        symptom: "`npx identity idp check` finds a certificate that ends soon.",
        remedy:
          "The application > IdP certificate: make a new one and import it in AWS (Actions > Manage authentication) in one sitting: JumpCloud signs with the new one at once.",
      },
    ],
  },
  scim: {
    actions: [
      "In JumpCloud: the application > Identity Management tab > Configure. Base URL is the SCIM endpoint, Token Key the access token.",
      "Switch on the management of user groups and their members > Test Connection > Activate > Save.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "A new token is not taken.",
        remedy: "Deactivate the integration, enter the new token, activate it again.",
      },
      {
        symptom: "Single people are not created.",
        remedy: "They need a first and a last name in JumpCloud.",
      },
    ],
  },
  groups: {
    actions: [
      "User Groups > add: the groups below, and put people into them.",
      "The application > User Groups tab: check each of the groups > Save. Being bound to the application lets people sign in, and provisions the group.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "A group does not come.",
        remedy:
          "Only groups that are bound to the application come, and only when the management of groups was on before they were bound: unbind and bind them again.",
      },
    ],
  },
  mfa: {
    actions: [
      "JumpCloud: Security Management > Conditional Policies: a policy for this application and the groups that requires MFA. Without such policies, require MFA for the User Portal: Security Management > MFA Configurations, and for each person.",
    ],
    values: [],
    goesWrong: [],
  },
  signIn: {
    actions: ["Open the tile of the application in JumpCloud's User Portal, too."],
    values: [],
    goesWrong: [
      {
        symptom: "JumpCloud says that access is denied.",
        remedy: "The person is in no group that is bound to the application, in step 6.",
      },
    ],
  },
  notes: [
    "SAML and provisioning need the SSO package; conditional policies are part of a larger one.",
    "A person deleted in JumpCloud is deleted in AWS. When the application is deleted, its users stay active in AWS.",
    "The e-mail address in JumpCloud is the user name in AWS.",
  ],
});
