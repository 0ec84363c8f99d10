import { acsValues } from "../known-values.js";
import type { PartsOf } from "../provider-parts.js";

export const other: PartsOf = (known) => ({
  application: {
    actions: [
      "Look for AWS IAM Identity Center, or its older name AWS Single Sign-On, in the provider's catalog of applications. What is called AWS, or AWS account federation, is for IAM roles and does not fit.",
      "CyberArk: Identity Administration > Apps & Widgets > Web Apps > Add Web Apps. OneLogin: Administration > Applications > Add App. PingOne: Applications > Application Catalog. Menus may have moved.",
      "When there is none, make a SAML 2.0 application with the values below. Upload the file of step 2 where the form takes the metadata of a service provider.",
      "Register every ACS URL, the first as default. Sign the assertion with SHA-256, do not encrypt it.",
    ],
    values: [
      { name: "Entity ID (audience)", value: known.entityId },
      ...acsValues(known, "ACS URL"),
      { name: "Start URL, Relay State", value: "" },
      { name: "Name ID format", value: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress" },
      {
        name: "Attribute with the e-mail address, if asked for",
        value: "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
      },
    ],
    goesWrong: [
      {
        symptom: "The form takes one ACS URL only, as OneLogin's application does.",
        remedy:
          "Enter the default one. Sign-in through an additional Region, or through another host of AWS, will not work: try both ways of step 8.",
      },
    ],
  },
  metadata: {
    actions: [
      "Download the provider's metadata. CyberArk: Trust > Identity Provider Configuration > Metadata. OneLogin: More Actions > SAML Metadata. PingOne: the application > Configuration > Download Metadata.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "`npx identity idp check` finds SHA-1.",
        remedy:
          "Old accounts of OneLogin sign with such certificates: make a new one under Security > Certificates, and choose it in the application.",
      },
    ],
  },
  scim: {
    actions: [
      "At the provider: enter the SCIM endpoint as base URL, and the access token as bearer token. Test the connection.",
      "Choose SCIM 2.0, switch on creating, updating and deactivating users, and groups.",
      "CyberArk: the application > Provisioning > Enable provisioning for this application > Live mode. OneLogin: Configuration tab > API Connection > Enable, then Provisioning tab > Enable provisioning. PingOne: Integrations > Provisioning > New Connection > SCIM Outbound, and a rule for it.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "Users come, and errors 400 or 501 for groups.",
        remedy:
          "AWS wants changes of groups as PATCH with at most 100 members and a path, and has no PUT for groups: choose the setting for AWS, or PATCH.",
      },
    ],
  },
  groups: {
    actions: [
      "Make the groups below at the provider, put people into them, and assign both to the application.",
      "CyberArk: Provisioning > Role Mappings: each role to the group of that name; a role that is not mapped does not come. OneLogin: Rules tab, set groups from roles; then refresh entitlements. PingOne: the rule > Group Provisioning.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "The provider writes no groups at all.",
        remedy:
          "Write them into `groups` of the catalog, and `npx identity deploy` makes them. Members are then put in with `aws identitystore create-group-membership`.",
      },
    ],
  },
  mfa: {
    actions: [
      "CyberArk: Core Services > Policies, an authentication profile for the application. OneLogin: Security > Policies, then the Access tab of the application. PingOne: Authentication > Policies, a step of MFA, assigned to the application.",
    ],
    values: [],
    goesWrong: [],
  },
  signIn: {
    actions: [],
    values: [],
    goesWrong: [],
  },
  notes: [
    "CyberArk: only mapped roles come; the provisioning script works as delivered and may fail once it was changed; renaming a role does not rename the group in AWS.",
    "OneLogin: one ACS URL, so an additional Region of Identity Center cannot be used fully.",
    "PingOne: certificates last one year unless renewed; groups whose names have letters of other alphabets may fail with `invalid filter`.",
    "Any other: what counts is SAML 2.0 with the Name ID equal to the user name, and SCIM 2.0 with PATCH. Without SCIM, users can be made by hand in Identity Center.",
  ],
});
