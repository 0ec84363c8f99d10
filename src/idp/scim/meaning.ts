import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { type JsonObject, parseObject } from "../../terraform/json.js";
import type { HttpAnswer, HttpFailure, HttpFailureKind } from "./http.js";
import { tellsToken } from "./token.js";

/** What an answer says: a JSON object, or what went wrong and what to do. */
export type Meaning =
  | { readonly ok: true; readonly body: JsonObject }
  | { readonly ok: false; readonly status: number | null; readonly diagnostic: Diagnostic };

/** Decides what an answer of `host` means. `token` is what must not be shown, also when the answer has it. */
export function meaningOf(answer: HttpAnswer | HttpFailure, host: string, token: string): Meaning {
  if (!answer.ok) return { ok: false, status: null, diagnostic: withoutAnswer(answer, host) };
  const { status } = answer;
  if (status === 200 && !isPage(answer)) {
    const body = parseObject(answer.body);
    return body === null
      ? wrong(status, strange(`${host} answers with something that is not a JSON object`))
      : { ok: true, body };
  }
  const detail = detailOf(answer.body, token);
  return wrong(status, statusDiagnostic(answer, host, detail));
}

const portal = "Identity Center, Settings > Automatic provisioning";

function statusDiagnostic(answer: HttpAnswer, host: string, detail: string): Diagnostic {
  const { status } = answer;
  if (status === 401) {
    return failure(
      "IDC737",
      `${host} does not accept the token (401)${detail}`,
      `a token ends a year after it was made or when it is deleted, and belongs to one URL: compare the URL in ${portal}, and make a new token there, for the identity provider too`,
    );
  }
  if (isPage(answer)) {
    return strange(
      `${host} answers ${status} with a page for people`,
      "a proxy or a sign-in page is in between: test from a network that reaches AWS without one",
    );
  }
  if (status === 403) {
    return failure(
      "IDC738",
      `${host} knows the caller but does not allow this (403)${detail}`,
      `make a new token in ${portal}; if that is refused too, look at proxies and firewalls on the way`,
    );
  }
  if (status === 404) {
    return failure(
      "IDC739",
      `${host} has no SCIM endpoint at this path (404)${detail}`,
      "switch on automatic provisioning in Identity Center (Settings > Identity source > Actions), and copy the endpoint from there with its whole path",
    );
  }
  if (status === 429 || status >= 500) {
    const why = status === 429 ? "has too many requests to answer" : "fails";
    return failure(
      "IDC740",
      `${host} ${why} (${status})${detail}`,
      "try again in some minutes, when the identity provider is not in the middle of a sync",
    );
  }
  if (status >= 300 && status < 400) {
    return strange(`${host} sends its callers elsewhere (${status}); the token did not follow`);
  }
  return strange(`${host} answers ${status}, which no SCIM endpoint of AWS does here${detail}`);
}

const reasons: Readonly<Record<HttpFailureKind, string>> = {
  host: "there is no such host",
  refused: "nothing listens there",
  tls: "its certificate cannot be trusted",
  timeout: "no answer in time",
  size: "its answer is too large",
  network: "the connection broke",
};

const hints: Readonly<Record<HttpFailureKind, string>> = {
  host: "compare the URL letter by letter with the one in Identity Center, and look at the name server",
  refused: "compare host and port with the URL in Identity Center",
  tls: "behind a proxy that inspects TLS, set NODE_EXTRA_CA_CERTS to the proxy's certificate; otherwise do not trust this host with the token",
  timeout:
    "look at firewalls, and whether this network reaches the internet through a proxy only: this command uses none",
  size: "no SCIM endpoint of AWS answers so: compare the URL with the one in Identity Center",
  network: "try again, and look at firewalls and proxies on the way",
};

function withoutAnswer({ kind, code }: HttpFailure, host: string): Diagnostic {
  const message = `cannot reach ${host}: ${reasons[kind]}${code === null ? "" : ` (${code})`}`;
  return failure(kind === "size" ? "IDC741" : "IDC736", message, hints[kind]);
}

/** What the error says about itself, at most 200 characters of it; nothing when that would show the token. */
function detailOf(body: string, token: string): string {
  const detail = parseObject(body)?.["detail"];
  if (typeof detail !== "string" || detail === "") return "";
  if (tellsToken(detail, token)) return "; what it says has a piece of the token in it, and is not shown";
  const line = detail.replace(/\s+/g, " ");
  return `: "${line.length > 200 ? `${line.slice(0, 199)}…` : line}"`;
}

function isPage({ headers, body }: HttpAnswer): boolean {
  return /\bhtml\b/i.test(headers["content-type"] ?? "") || /^\s*</.test(body);
}

function wrong(status: number, diagnostic: Diagnostic): Meaning {
  return { ok: false, status, diagnostic };
}

/** What answers is no SCIM endpoint. */
export function strange(
  message: string,
  hint = "compare the URL with the one in Identity Center: something else answers here",
): Diagnostic {
  return failure("IDC741", message, hint);
}

function failure(code: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, span: null, hint };
}
