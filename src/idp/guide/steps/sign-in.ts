import type { GuideStep } from "../guide.js";
import type { StepPart } from "../provider-parts.js";

/** Trying it, in a browser and with the CLI: they use different ACS URLs. */
export function signInStep(part: StepPart): GuideStep {
  return {
    id: "sign-in",
    title: "Sign in",
    actions: [
      "Stay signed in to the console in another window until this works.",
      "In a private window, open the AWS access portal URL (IAM Identity Center > Settings) as a member of a group.",
      "In a terminal: `aws configure sso`, then `aws sso login`.",
      ...part.actions,
    ],
    values: part.values,
    check:
      "The portal opens and shows the person's name. Before step 9 it is right that it lists no account.",
    goesWrong: [
      ...part.goesWrong,
      {
        symptom: "The provider is content, and then AWS shows an unexpected error.",
        remedy:
          "The Name ID must equal the user name in IAM Identity Center > Users to the letter, upper and lower case too, and the person must have been provisioned.",
      },
      {
        symptom: "The provider says that the application does not know the reply or ACS URL.",
        remedy: "It is not registered: compare with all of step 3.",
      },
    ],
  };
}
