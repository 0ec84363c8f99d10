import { scimEndpointProblem, scimRegion } from "../../catalog/identity-provider/urls.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { isLoopbackUrl } from "../../directory/loopback.js";
import type { ScimStep } from "./report.js";
import type { ScimInput } from "./test-scim.js";
import { holdsToken } from "./token.js";

/** What a URL is good for. */
export interface CheckedUrl {
  /** Without a slash at its end; null when nothing may be sent there. */
  readonly endpoint: string | null;
  /** The URL without what may be secret in it. */
  readonly shown: string;
  readonly step: ScimStep;
  readonly diagnostics: readonly Diagnostic[];
}

const hostOfAws = /\.(?:amazonaws\.com|amazonaws\.com\.cn|api\.aws)$/;
const wanted = "https://scim.<region>.amazonaws.com/<tenant>/scim/v2";
const copy = `copy the SCIM endpoint from Identity Center, Settings > Automatic provisioning: ${wanted}`;

/** Decides whether a token may be sent to a URL, before anything is sent. */
export function checkUrl(input: Pick<ScimInput, "url" | "urlFrom" | "token" | "region">): CheckedUrl {
  if (holdsToken(input.url, input.token)) return refused("…", "the URL has the access token in it");
  if (!URL.canParse(input.url)) return refused(input.url, `"${input.url}" is no URL`);
  const url = new URL(input.url);
  const shown = shownUrl(url);
  const isLocal = isLoopbackUrl(input.url);
  if (url.protocol !== "https:" && !(isLocal && url.protocol === "http:")) {
    return refused(shown, `"${shown}" is not https, so that the token could be read on its way`);
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return refused(shown, `the URL has more than a path: "${shown}" is all that belongs there`);
  }
  const { endpoint } = usable(url, shown);
  const region = scimRegion(endpoint);
  // Under AWS's names is much that is somebody else's, such as buckets and load balancers.
  if (region === null && hostOfAws.test(url.hostname)) {
    return refused(shown, `"${shown}" ${scimEndpointProblem(endpoint)?.why}`);
  }
  if (region === null && !isLocal && input.urlFrom === "catalog") return notAws(shown, url.host);
  return { ...usable(url, shown), ...findings(url, shown, region, isLocal, input.region) };
}

function usable(url: URL, shown: string): { readonly endpoint: string; readonly shown: string } {
  return { endpoint: `${url.origin}${url.pathname.replace(/\/+$/, "")}`, shown: shown.replace(/\/+$/, "") };
}

function findings(
  url: URL,
  shown: string,
  region: string | null,
  isLocal: boolean,
  wantedRegion: string | null,
): Pick<CheckedUrl, "step" | "diagnostics"> {
  const found: Diagnostic[] = [];
  if (region === null && !isLocal) {
    found.push({
      ...warning("IDC731", `${url.host} is no host of AWS, and gets the token`),
      hint: `if that was not meant, delete the token in Identity Center now; ${copy}`,
    });
  }
  if (region !== null && wantedRegion !== null && region !== wantedRegion) {
    found.push({
      code: "IDC732",
      severity: "error",
      message: `the SCIM endpoint is in ${region} and the catalog in ${wantedRegion}: it fills another instance`,
      span: null,
      hint: "copy the endpoint from the Identity Center that the catalog is for, or correct `region` in the catalog",
    });
  }
  if (url.pathname.length > 1 && url.pathname.endsWith("/")) {
    found.push({
      ...warning("IDC733", `"${shown}" ends with a slash`),
      hint: "leave it out where the identity provider is told the URL: Okta refuses it",
    });
  }
  const where =
    region !== null ? `of AWS in ${region}` : isLocal ? "on this machine" : "of a host that is not AWS's";
  const summary = found.some((d) => d.code === "IDC732")
    ? `${where}, where the catalog is not`
    : found.some((d) => d.code === "IDC733")
      ? `${where}, with a slash at its end`
      : where;
  const failed = found.some((d) => d.severity === "error");
  const status = failed ? "failed" : found.length > 0 ? "warning" : "passed";
  return { step: { id: "url", status, summary }, diagnostics: found };
}

function refused(shown: string, message: string): CheckedUrl {
  return unusable(shown, { code: "IDC730", severity: "error", message, span: null, hint: copy });
}

function notAws(shown: string, host: string): CheckedUrl {
  return unusable(shown, {
    ...warning("IDC731", `${host} is no host of AWS: the token was not sent there`),
    severity: "error",
    hint: `${copy}; to test another host, name it with --url`,
  });
}

function unusable(shown: string, diagnostic: Diagnostic): CheckedUrl {
  const summary = "cannot be used: nothing was sent";
  return {
    endpoint: null,
    shown,
    step: { id: "url", status: "failed", summary },
    diagnostics: [diagnostic],
  };
}

function warning(code: string, message: string): Omit<Diagnostic, "hint"> {
  return { code, severity: "warning", message, span: null };
}

/** Without user name, password, query and fragment: they may be secrets. */
function shownUrl(url: URL): string {
  return url.origin === "null" ? `${url.protocol}…` : `${url.origin}${url.pathname}`;
}
