import type { GuideStep } from "../guide.js";
import type { KnownValues } from "../known-values.js";

/** Switching Identity Center on, where it stays. */
export function enableStep({ region }: KnownValues): GuideStep {
  return {
    id: "enable",
    title: "Enable IAM Identity Center",
    actions: [
      "Sign in to the AWS console with the management account. Its organization must have all features: AWS Organizations > Settings shows which it has.",
      "Choose the Region in the navigation bar first. Identity Center stays where it was enabled: moving it means to delete the instance, with everything in it.",
      "IAM Identity Center > Enable, as an organization instance. An account instance gives no access to AWS accounts.",
      "Before you go on, have a way in that needs no identity provider: an IAM user or a role of the management account with a second factor, tried out and kept apart. Whatever goes wrong below, this is how you come back.",
    ],
    values: [{ name: "Region", value: region }],
    check: "`npx identity setup` finds the instance, in the Region of the catalog.",
    goesWrong: [
      {
        symptom: "The console shows an instance and `npx identity setup` finds none.",
        remedy:
          "It is in another Region, or of one account only, or the credentials are not of the management account: compare `region` in the catalog with the Region in the navigation bar.",
      },
      {
        symptom: "Only an account instance is offered.",
        remedy:
          "This is a member account, or the organization has consolidated billing only: enable all features in AWS Organizations > Settings.",
      },
    ],
  };
}
