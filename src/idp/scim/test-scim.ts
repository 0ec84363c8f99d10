import type { Named } from "../../catalog/catalog.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { createAsk } from "./ask.js";
import type { Http } from "./http.js";
import { type ScimGroup, type ScimReport, type ScimStep, type ScimVerdict, scimStepIds } from "./report.js";
import { runSteps } from "./steps.js";
import { tokenProblem } from "./token.js";
import { checkUrl } from "./url.js";

/** What a test of the endpoint needs of the world. */
export interface ScimPorts {
  readonly http: Http;
  /** A fresh UUID. */
  random(): string;
  /** Waits so many milliseconds; rejects when interrupted. */
  sleep(milliseconds: number): Promise<void>;
}

export interface ScimInput {
  readonly url: string;
  /** A token goes to a host that is not AWS's only when a person typed the URL. */
  readonly urlFrom: "option" | "catalog";
  readonly token: string;
  /** What `requiredGroups` gives, also with several places of one name; null when no catalog says which. */
  readonly groups: readonly Named[] | null;
  /** Of the catalog; null when there is none. */
  readonly region: string | null;
}

/** Tests the SCIM endpoint as an identity provider would use it, and looks for the groups. It changes nothing. */
export async function testScim(ports: ScimPorts, input: ScimInput): Promise<ScimReport> {
  const url = checkUrl(input);
  const fault = tokenProblem(input.token);
  const before = fault === null ? url.diagnostics : [...url.diagnostics, fault];
  if (url.endpoint === null || fault !== null) {
    return report("invalid", url.shown, [url.step], null, before);
  }
  const asking = (token: string) => createAsk(ports, url.endpoint ?? "", token, input.token);
  const ran = await runSteps({ ask: asking(input.token), askWrongly: asking(ports.random()) }, ports, input);
  const diagnostics = [...before, ...ran.diagnostics];
  const isWell = diagnostics.every((d) => d.severity === "info");
  const verdict = ran.broken ? "failed" : isWell ? "well" : "findings";
  return report(verdict, url.shown, [url.step, ...ran.steps], ran.groups, diagnostics);
}

function report(
  verdict: ScimVerdict,
  endpoint: string,
  done: readonly ScimStep[],
  groups: readonly ScimGroup[] | null,
  diagnostics: readonly Diagnostic[],
): ScimReport {
  const steps = scimStepIds.map(
    (id): ScimStep =>
      done.find((step) => step.id === id) ?? {
        id,
        status: "skipped",
        summary: "not tried after what failed",
      },
  );
  return { verdict, endpoint, steps, groups, diagnostics };
}
