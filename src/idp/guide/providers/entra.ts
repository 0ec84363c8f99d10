import { acsValues } from "../known-values.js";
import type { PartsOf } from "../provider-parts.js";

export const entra: PartsOf = (known) => ({
  application: {
    actions: [
      "Microsoft Entra admin center > Entra ID > Enterprise apps (earlier: Identity > Applications > Enterprise applications) > New application > AWS IAM Identity Center (successor to AWS Single Sign-On) > Create.",
      "Manage > Single sign-on > SAML > Upload metadata file: the file of step 2. Compare what it filled in with the values below, add each reply URL that is missing, mark the first as default > Save.",
      "Attributes & Claims > Unique User Identifier (Name ID): `user.userprincipalname`, which provisioning takes as user name as well.",
      "Or have the application, the groups and provisioning as code: with `service_provider` in the component `identity-provider`, `npx identity synth` writes a stack `entra-id` as well. See `docs/identity-provider-stacks.md`.",
    ],
    values: [
      { name: "Identifier (Entity ID)", value: known.entityId },
      ...acsValues(known, "Reply URL (ACS URL)"),
      { name: "Sign on URL", value: "" },
      { name: "Relay State", value: "" },
      { name: "Name ID format", value: "Email address" },
    ],
    goesWrong: [
      {
        symptom: "AADSTS50011 at sign-in, often only with `aws sso login`.",
        remedy: "The reply URL that the message names is not registered: add it, with all the others.",
      },
      {
        symptom: "AADSTS700016 at sign-in.",
        remedy: "The Identifier is not the issuer URL, to the letter.",
      },
    ],
  },
  metadata: {
    actions: [
      "Entra: Single sign-on > SAML Certificates > Federation Metadata XML > Download. It is about this application; a file from an address with `/common/` is not, and is refused.",
      "Compare the thumbprint shown there with the SHA-1 fingerprint that `npx identity idp check FILE` prints.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "Sign-in stops after somebody made a new certificate in Entra active.",
        remedy:
          "AWS knows the old one only. Import the new one in AWS first (Actions > Manage authentication), and make it active in Entra afterwards.",
      },
    ],
  },
  scim: {
    actions: [
      "In Entra: the application > Manage > Provisioning > New configuration (or Get started > Automatic). Tenant URL is the SCIM endpoint, Secret token the access token > Test connection > Create or Save.",
      "Settings > Scope: only assigned users and groups. Under mappings, users need `givenName`, `surname` and `displayName`; a phone number or an address with several values is better removed.",
      "Start provisioning. Provision on demand tries one person at once.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "Provisioning is in quarantine.",
        remedy: "Most often the token has ended: enter the new one, test the connection, restart.",
      },
      {
        symptom: "People or groups are missing after an hour.",
        remedy: "Provisioning logs tell why each was skipped. A cycle comes every 40 minutes.",
      },
    ],
  },
  groups: {
    actions: [
      "Entra ID > Groups > New group: type Security, the names below. Put people into them directly.",
      "The application > Manage > Users and groups > Add user/group: each of the groups.",
    ],
    values: [],
    goesWrong: [
      {
        symptom: "The group is in AWS and lacks members.",
        remedy:
          "Members of nested groups are not provisioned: only people who are directly in an assigned group.",
      },
      {
        symptom: "No group can be assigned to the application.",
        remedy: "Assigning groups needs Microsoft Entra ID P1 or P2. Without it, assign people only.",
      },
    ],
  },
  mfa: {
    actions: [
      "Entra: Entra ID > Conditional Access (earlier: Protection) > New policy: the groups, this application as target resource, Grant > Require multifactor authentication, or an authentication strength. On, not Report-only.",
      "Without P1, switch security defaults on: they ask everybody, when Microsoft thinks that it is needed.",
    ],
    values: [],
    goesWrong: [],
  },
  signIn: {
    actions: ["Open the tile of the application in Microsoft's My Apps, too."],
    values: [],
    goesWrong: [
      {
        symptom: "AADSTS50105.",
        remedy: "The person is in no group that is assigned to the application; nested groups do not count.",
      },
    ],
  },
  notes: [
    "Groups need Microsoft Entra ID P1 or P2; so does Conditional Access.",
    "Provisioning runs every 40 minutes; whoever is removed from a group keeps access that long.",
    "Signing certificates made by Entra last three years unless you say otherwise: Entra mails the notification addresses of the application.",
  ],
});
