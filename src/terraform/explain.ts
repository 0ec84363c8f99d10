import { awsProviderVersion } from "../access/provider-version.js";
import { explainCloud } from "./explain-cloud.js";
import { explainCredentials } from "./explain-credentials.js";
import { explainLock } from "./explain-lock.js";
import { type Explanation, firstSentence } from "./explanation.js";
import type { TerraformProblem } from "./outcome.js";
import type { UiDiagnostic } from "./ui-line.js";

/** What happened, as far as it is known: the input of `explain`. */
export interface Failure {
  /** The subcommand: `init`, `plan`, `apply`, `show`, `version`. */
  readonly verb: string;
  readonly errors: readonly UiDiagnostic[];
  /** True when it was asked to stop, or ended by a signal. */
  readonly interrupted: boolean;
  readonly logFile: string | null;
}

/** The problem a failed command amounts to: the first error that is known, else the first error. */
export function explain(failure: Failure): TerraformProblem {
  const { verb, errors, interrupted, logFile } = failure;
  const found = interrupted ? interruption(verb) : (known(errors) ?? unknown(verb, errors));
  return { ...found, logFile, errors };
}

const explainers: readonly ((error: UiDiagnostic) => Explanation | null)[] = [
  explainLock,
  stalePlan,
  notInitialized,
  backendChanged,
  explainCloud,
  explainCredentials,
  providerUnavailable,
  conditionFailed,
  nobodyAnswers,
];

function known(errors: readonly UiDiagnostic[]): Explanation | null {
  for (const explainer of explainers) {
    for (const error of errors) {
      const explanation = explainer(error);
      if (explanation !== null) return explanation;
    }
  }
  return null;
}

function interruption(verb: string): Explanation {
  const after =
    verb === "apply"
      ? "what was done is in the state; plan again and apply that plan to finish the work"
      : "nothing was changed; run it again";
  return { code: "IDC518", message: `terraform ${verb} was interrupted`, hint: after };
}

function stalePlan({ summary }: UiDiagnostic): Explanation | null {
  if (!/saved plan is stale|saved plan does not match the given state/i.test(summary)) return null;
  return {
    code: "IDC515",
    message: "the saved plan is stale: the state has changed since it was made",
    hint: "plan again with `identity plan`, look at it, and apply the new run",
  };
}

function notInitialized({ summary, detail }: UiDiagnostic): Explanation | null {
  const fresh = /Initial configuration of the requested backend/i.test(detail);
  if (!fresh && !/required plugins are not installed|inconsistent dependency lock file/i.test(summary))
    return null;
  return {
    code: "IDC510",
    message: "the working folder is not initialized",
    hint: "`terraform init` has to come first; a `.terraform` folder copied from elsewhere does not count",
  };
}

function backendChanged({ summary, detail }: UiDiagnostic): Explanation | null {
  const changed = /backend configuration changed|backend initialization required/i.test(summary);
  if (!changed && !/backend configuration block has changed/i.test(detail)) return null;
  return {
    code: "IDC519",
    message: "the state backend is not the one this working folder was initialized with",
    hint:
      "restore the backend, or, when the state is meant to move, move it with `terraform init -migrate-state` as " +
      "docs/backends.md says; never a silent -reconfigure, which would start from an empty state and create everything twice",
  };
}

function providerUnavailable({ summary, detail }: UiDiagnostic): Explanation | null {
  if (!/failed to (query available provider packages|install provider)/i.test(summary)) return null;
  if (/checksums/i.test(detail)) {
    return {
      code: "IDC513",
      message: "the AWS provider that was found does not have the checksum of terraform.lock.hcl",
      hint: `use the published provider ${awsProviderVersion} for this platform: a mirror has to hold the original package`,
    };
  }
  return {
    code: "IDC513",
    message: `terraform cannot get the AWS provider: ${firstSentence(detail)}`,
    hint: `allow access to registry.terraform.io, or set TF_PROVIDER_MIRROR to a folder that holds registry.terraform.io/hashicorp/aws/${awsProviderVersion}`,
  };
}

function conditionFailed({ summary, detail, address }: UiDiagnostic): Explanation | null {
  if (!/(pre|post)condition failed$/i.test(summary)) return null;
  const where = address === null ? "" : ` (${address})`;
  return { code: "IDC517", message: `${detail.trim()}${where}`, hint: null };
}

function nobodyAnswers({ summary, detail }: UiDiagnostic): Explanation | null {
  const text = `${summary} ${detail}`;
  if (!/connection refused|no such host|i\/o timeout|network is unreachable/i.test(text)) return null;
  return {
    code: "IDC510",
    message: `AWS cannot be reached: ${text.trim()}`,
    hint: "check the network, AWS_REGION, and AWS_ENDPOINT_URL when it is set",
  };
}

function unknown(verb: string, errors: readonly UiDiagnostic[]): Explanation {
  const [first] = errors;
  if (first === undefined) return { code: "IDC510", message: `terraform ${verb} failed`, hint: null };
  const where = first.address === null ? "" : `${first.address}: `;
  const detail = first.detail.trim() === "" ? "" : `: ${firstSentence(first.detail)}`;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const denied = errors.some((e) =>
    /AccessDenied|UnauthorizedOperation|not authorized/i.test(e.summary + e.detail),
  );
  return {
    code: "IDC510",
    message: `terraform ${verb} failed: ${where}${first.summary}${detail}${more}`,
    hint: denied ? "the credentials in use lack a permission; see the operation named in the message" : null,
  };
}
