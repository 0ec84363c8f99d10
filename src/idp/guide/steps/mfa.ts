import type { GuideStep } from "../guide.js";
import type { StepPart } from "../provider-parts.js";

/** The second factor, which is the provider's business. */
export function mfaStep(part: StepPart): GuideStep {
  return {
    id: "mfa",
    title: "Enforce a second factor at the provider",
    actions: [
      "Do not count on Identity Center's own settings of MFA (Settings > Authentication): with an external provider they do not apply. The provider asks for the second factor, or nobody does.",
      ...part.actions,
      "Prefer passkeys or security keys: codes and pushes can be phished.",
    ],
    values: part.values,
    check:
      "In a private window, a member of a group is asked for a second factor. No API tells whether it is enforced: `npx identity setup` says that it cannot know, so look at it yourself, also at exceptions.",
    goesWrong: [
      ...part.goesWrong,
      {
        symptom: "A second factor is asked for on some days only.",
        remedy:
          "The provider trusts the device or the network, or its session is still alive. Ask for it at every sign-in to this application, at least for administrators.",
      },
    ],
  };
}
