import type { GoesWrong, GuideValue } from "./guide.js";
import type { KnownValues } from "./known-values.js";

/** What one provider has of a step. Texts have backticks around what is typed, or read literally. */
export interface StepPart {
  readonly actions: readonly string[];
  readonly values: readonly GuideValue[];
  readonly goesWrong: readonly GoesWrong[];
}

/** What a guide has that others have not; the rest of each step is the same for every provider. */
export interface ProviderParts {
  /** Making the SAML application is the provider's alone. */
  readonly application: StepPart;
  /** How its metadata is had. */
  readonly metadata: StepPart;
  /** Its half of provisioning, after the endpoint is there. */
  readonly scim: StepPart;
  readonly groups: StepPart;
  /** Where it enforces a second factor. */
  readonly mfa: StepPart;
  readonly signIn: StepPart;
  /** See `Guide.notes`. */
  readonly notes: readonly string[];
}

/** The parts of a provider, with the values in them. */
export type PartsOf = (known: KnownValues) => ProviderParts;
