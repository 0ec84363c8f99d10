import type { Diagnostic } from "../../../diagnostic/diagnostic.js";
import type { Catalog } from "../../catalog.js";
import { readInstant } from "../../instant.js";
import { error, warning } from "../../rules/rule.js";
import { descend, itemsOf, type Node, textOf } from "../../yaml/node.js";
import type { ProviderFacts } from "../rule.js";
import {
  acsUrlProblem,
  entityIdProblem,
  entityIdRegion,
  isDualStack,
  scimEndpointProblem,
  scimRegion,
  type UrlProblem,
} from "../urls.js";

/** The entity ID is an issuer of Identity Center, in the region of the catalog. */
export function entityIdIsAws({ written, catalog }: ProviderFacts): readonly Diagnostic[] {
  const node = descend(written.vars, "service_provider", "entity_id");
  return [
    ...checkUrl(node, "IDC752", "entity ID", entityIdProblem),
    ...checkRegion(node, "entity ID", entityIdRegion, catalog),
  ];
}

/** Everything that is sent to an ACS URL reaches AWS; each is there once, and not only the newest kind. */
export function acsUrlsAreAws({ written }: ProviderFacts): readonly Diagnostic[] {
  const list = descend(written.vars, "service_provider", "acs_urls");
  const items = itemsOf(list);
  if (list?.kind === "list" && items.length === 0) {
    const hint = "copy every ACS URL that Identity Center shows, the default one first";
    return [error("IDC753", "acs_urls is empty", list.span, hint)];
  }
  const wrong = items.flatMap((item) => checkUrl(item, "IDC753", "ACS URL", acsUrlProblem));
  const texts = items.flatMap((item) => textOf(item) ?? []);
  const repeated = items.filter((item, i) => texts.indexOf(textOf(item) ?? "") < i && textOf(item) !== "");
  const twice = repeated.map((item) =>
    error("IDC754", `ACS URL "${textOf(item)}" is listed twice`, item.span, "remove one"),
  );
  const onlyNew = texts.length > 0 && wrong.length === 0 && texts.every(isDualStack);
  return [...wrong, ...twice, ...(onlyNew ? [onlyDualStack(list)] : [])];
}

function onlyDualStack(list: Node | undefined): Diagnostic {
  const message = "acs_urls has only the dual-stack URL (sso.signin.aws): sign-ins by the AWS CLI can fail";
  const hint =
    "add the other URLs that Identity Center shows: with Entra ID the CLI stops with AADSTS50011 without them";
  return warning("IDC755", message, list?.span ?? null, hint);
}

/** The SCIM endpoint is one of Identity Center, in the region of the catalog. */
export function scimEndpointIsAws({ written, catalog }: ProviderFacts): readonly Diagnostic[] {
  const node = descend(written.vars, "scim", "endpoint");
  return [
    ...checkUrl(node, "IDC757", "SCIM endpoint", scimEndpointProblem),
    ...checkRegion(node, "SCIM endpoint", scimRegion, catalog),
  ];
}

/** The SCIM token ends on a day of the calendar. */
export function tokenEndIsADay({ written }: ProviderFacts): readonly Diagnostic[] {
  const node = descend(written.vars, "scim", "token_expires_on");
  const text = textOf(node);
  if (node === undefined || text === undefined || text === "") return [];
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && readInstant(text) !== null) return [];
  const hint = 'write the day that the AWS console shows, such as "2027-11-01"';
  return [error("IDC758", `token_expires_on "${text}" is not a day`, node.span, hint)];
}

function checkUrl(
  node: Node | undefined,
  code: string,
  what: string,
  problemOf: (url: string) => UrlProblem | null,
): readonly Diagnostic[] {
  const url = textOf(node);
  if (node === undefined || url === undefined || url === "") return [];
  const problem = problemOf(url);
  return problem === null ? [] : [error(code, `${what} "${url}" ${problem.why}`, node.span, problem.hint)];
}

function checkRegion(
  node: Node | undefined,
  what: string,
  regionOf: (url: string) => string | null,
  catalog: Catalog | null,
): readonly Diagnostic[] {
  const region = regionOf(textOf(node) ?? "");
  const home = catalog?.region ?? "";
  if (node === undefined || region === null || home === "" || region === home) return [];
  const message = `${what} is in ${region}, and the catalog's region is ${home}`;
  const hint = "Identity Center is in one home region: copy the value there, or correct the region";
  return [error("IDC756", message, node.span, hint)];
}
