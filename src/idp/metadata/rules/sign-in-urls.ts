import { error, info } from "../../../catalog/rules/rule.js";
import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { SignOnService } from "../metadata.js";
import { httpPost, httpRedirect } from "../names.js";
import type { Located } from "../xml/element.js";
import type { MetadataFacts } from "./rule.js";

/** A sign-in URL that Identity Center can use, as it is written. */
export interface SignInUrl {
  readonly binding: "HTTP-POST" | "HTTP-Redirect";
  readonly url: Located;
}

/** The services that Identity Center can use: others, such as SOAP, are for other programs. */
export function signInUrls(services: readonly SignOnService[]): readonly SignInUrl[] {
  return services.flatMap(({ binding, url }) => {
    const name = bindings.get(binding?.value ?? "");
    return name === undefined || url === null ? [] : [{ binding: name, url }];
  });
}

const bindings: ReadonlyMap<string, SignInUrl["binding"]> = new Map([
  [httpPost, "HTTP-POST"],
  [httpRedirect, "HTTP-Redirect"],
]);

/** There is a sign-in URL that Identity Center can use, and each of them is an absolute one of https. */
export function signInUrlsAreUsable({ metadata: { services, span } }: MetadataFacts): readonly Diagnostic[] {
  const found = signInUrls(services);
  if (found.length === 0) {
    const others = services.map((s) => `"${s.binding?.value ?? ""}"`).join(", ");
    const message = `no sign-in URL with the binding HTTP-POST or HTTP-Redirect${others === "" ? "" : `, only ${others}`}`;
    return [error("IDC709", message, services[0]?.span ?? span, "switch one of them on in the provider")];
  }
  return found.flatMap(({ url }) => {
    const wrong = mistakeOf(url.value);
    return wrong === null
      ? []
      : [error("IDC709", `the sign-in URL "${url.value}" ${wrong}`, url.span, "correct it in the provider")];
  });
}

/** Each binding has one URL. */
export function bindingsHaveOneUrl({ metadata: { services } }: MetadataFacts): readonly Diagnostic[] {
  const first = new Map<string, string>();
  return signInUrls(services).flatMap(({ binding, url }) => {
    const known = first.get(binding);
    first.set(binding, known ?? url.value);
    if (known === undefined) return [];
    if (known === url.value) {
      return [info("IDC709", `${binding} is there twice with the same URL; one counts`, url.span)];
    }
    const message = `${binding} has a second URL, "${url.value}", after "${known}"`;
    return [error("IDC709", message, url.span, "which one AWS takes is not known: keep one")];
  });
}

function mistakeOf(value: string): string | null {
  if (/[{}<>]|\$\(/.test(value)) return "has a placeholder in it";
  const url = URL.canParse(value) ? new URL(value) : null;
  if (url === null) return "is not absolute";
  if (url.protocol !== "https:") return "is not https";
  if (/\s/.test(value)) return "has white space in it";
  return url.username === "" && url.password === "" ? null : "has a user name in it";
}
