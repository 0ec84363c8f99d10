import { acsValues } from "../known-values.js";
import type { PartsOf } from "../provider-parts.js";

export const google: PartsOf = (known) => ({
  application: {
    actions: [
      "Google Admin console, as a super administrator > Apps > Web and mobile apps > Add app > Search for apps > Amazon Web Services (SAML). A custom SAML app has no provisioning.",
      "Google Identity Provider details: Download metadata, for step 4 > Continue.",
      "Service provider details: enter the values below > Continue. As far as we know the form takes one ACS URL: the first below. When it takes more, enter all of them.",
      "Attribute mapping: Basic Information > Primary email goes to `RoleSessionName`. The form asks for `Role` too: map any attribute that everybody has, such as Department; Identity Center does not read it. Finish.",
      "User access: ON for the organizational units or groups of the people who use AWS.",
    ],
    values: [
      ...acsValues(known, "ACS URL"),
      { name: "Entity ID", value: known.entityId },
      { name: "Start URL", value: "" },
      { name: "Name ID format", value: "EMAIL" },
      { name: "Name ID", value: "Basic Information > Primary email" },
      {
        name: "App attribute for Primary email",
        value: "https://aws.amazon.com/SAML/Attributes/RoleSessionName",
      },
      { name: "App attribute to fill", value: "https://aws.amazon.com/SAML/Attributes/Role" },
    ],
    goesWrong: [
      {
        symptom: "Google's Test SAML login fails.",
        remedy: "It begins at Google and proves nothing here: try the access portal, in step 8.",
      },
      {
        symptom: "Google says that the ACS URL of the request is not the configured one.",
        remedy:
          "AWS used another of its ACS URLs: the address is in the message. Enter that one, and write down which works.",
      },
    ],
  },
  metadata: {
    actions: [
      "Google: the application > Download metadata, if you have not got it from step 3: `GoogleIDPMetadata.xml`.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "`npx identity idp check` warns of `validUntil`.",
        remedy:
          "Google writes the end of its earliest certificate there; certificates last five years. Make a new one in Security > Authentication > SSO with SAML applications, import it in AWS, and only then let the application use it.",
      },
    ],
  },
  scim: {
    actions: [
      "In Google: the application > Autoprovisioning > Configure. Access token first, then Endpoint URL, which is the SCIM endpoint > Continue.",
      "Mapping: every attribute with a star needs a source. Scope: a group of the people who use AWS. Deprovisioning: suspend or delete in AWS soon after access ends, not after weeks.",
      "Switch Autoprovisioning on. It is off after it was configured.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "No user comes.",
        remedy: "Wait up to 24 hours; then see Autoprovisioning > the log of events for what was skipped.",
      },
      {
        symptom: "People or groups come and go.",
        remedy:
          "Two programs write: Google's provisioning and ssosync. Only one of them may: switch the other off.",
      },
    ],
  },
  groups: {
    actions: [
      "Google provisions people and no groups. Choose one of three ways, and stay with it.",
      "Either the catalog: write the groups below into `groups`, and `npx identity deploy` makes them. Take them out of `idp_groups`.",
      "Or by hand, when there are few: `aws identitystore create-group --identity-store-id d-… --display-name NAME`. The console does not offer it while provisioning is on.",
      "Or ssosync, a program of AWS Labs that you run yourself: it writes users, groups and members. Then Autoprovisioning must be off.",
      "Without ssosync, members are put in one by one with `aws identitystore create-group-membership`. `npx identity resolve` writes the ids that it takes to `catalog/directory.json`.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "Somebody left a Google group and still has access.",
        remedy:
          "Nothing carries memberships over unless ssosync does: take the person out in AWS too. A suspended account loses access with the next provisioning.",
      },
      {
        symptom: "`npx identity setup` says that a group was not made by SCIM.",
        remedy: "With Google that is right.",
      },
    ],
  },
  mfa: {
    actions: [
      "Google Admin console > Security > Authentication > 2-Step Verification: allow it, set Enforcement to On for the organizational units of the people who use AWS, and see that nobody is left out when the enrolment period ends.",
      "Methods: Only security key is the strongest; at least exclude codes by text message or call.",
    ],
    values: [],
    goesWrong: [],
  },
  signIn: {
    actions: [],
    values: [],
    goesWrong: [
      {
        symptom: "Google: 403 `app_not_enabled_for_user`.",
        remedy: "User access of the application is off for this person: step 3. A change takes up to a day.",
      },
      {
        symptom: "Google: 403 `app_not_configured_for_user`.",
        remedy: "The Entity ID is not the issuer URL, to the letter, or the browser uses another account.",
      },
    ],
  },
  notes: [
    "Google provisions users, never groups. A change takes minutes to 24 hours.",
    "The primary e-mail address is the user name. Renaming a person in Google renames the user in AWS.",
    "Several Google accounts in one browser: sign-in takes the wrong one. Use a private window to find out.",
  ],
});
