import { whereTokensGo } from "../catalog/backend-token.js";
import { type Explanation, firstSentence } from "./explanation.js";
import type { UiDiagnostic } from "./ui-line.js";

/** What stands between Terraform and HCP Terraform: no token, or nobody answers. */
export function explainCloud({ summary, detail }: UiDiagnostic): Explanation | null {
  if (/required token could not be found/i.test(summary)) {
    const hostname = /generate a token for ([^\s:]+(?::\d+)?):?\s/.exec(detail)?.[1] ?? "app.terraform.io";
    return {
      code: "IDC516",
      message: `there is no token for ${hostname}`,
      hint: `${whereTokensGo(hostname)}; never in the catalog`,
    };
  }
  if (!/failed to request discovery document/i.test(summary)) return null;
  const host = /https:\/\/([^/"\s]+)/.exec(summary)?.[1] ?? "HCP Terraform";
  return {
    code: "IDC510",
    message: `${host} cannot be reached: ${firstSentence(summary)}`,
    hint: "check the network, a proxy (HTTPS_PROXY), and hostname in the backend",
  };
}
