import type { GuideStep } from "../guide.js";

/** From here on it is the catalog. */
export function deployStep(): GuideStep {
  return {
    id: "deploy",
    title: "Deploy the catalog",
    actions: [
      "`npx identity validate`, then `npx identity access`: who gets what.",
      "`npx identity preflight`: groups, accounts, quotas and the state, all problems at once.",
      "`npx identity deploy`: shows what changes as access, asks, applies, and plans again.",
      "Click no more: whatever is assigned in the console from now on is a finding of `npx identity audit`.",
    ],
    values: [],
    check: "`npx identity plan` says that there are no changes, and `npx identity audit` finds nothing.",
    goesWrong: [
      {
        symptom: "Preflight refuses although everything was set up.",
        remedy:
          "Every line says what to do. Groups come with the next run of provisioning: see the notes for how long that takes.",
      },
      {
        symptom: "The deploy works and a person sees no account.",
        remedy:
          "The person is in no group in AWS: IAM Identity Center > Users > Groups. `npx identity explain --group NAME` tells what a group has, and why.",
      },
    ],
  };
}
