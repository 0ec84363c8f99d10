import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { JsonObject } from "../../terraform/json.js";
import type { Ask } from "./ask.js";
import { query, readList, type ScimPage } from "./list.js";

/** The display names of all groups, as far as they can be had. */
export interface AllGroups {
  readonly names: readonly string[];
  /** Why there may be more of them; null when all are there. */
  readonly incomplete: Diagnostic | null;
}

const count = "100";
/** AWS has at most 100,000 groups. */
const mostPages = 1_000;
/** A page may be empty although more follow, but not so many in a row. */
const mostWithoutNews = 10;

/** Lists all groups: by `cursor` where the server knows it, as AWS does, otherwise by `startIndex`. */
export async function allGroups(ask: Ask): Promise<AllGroups> {
  const seen = new Map<string, JsonObject>();
  let parameters: Readonly<Record<string, string>> = { count, cursor: "" };
  let withoutNews = 0;
  for (let page = 1; page <= mostPages; page++) {
    const answer = await ask(query("Groups", parameters));
    if (!answer.ok && parameters["cursor"] === "" && (answer.status === 400 || answer.status === 501)) {
      parameters = { count, startIndex: "1" };
      continue;
    }
    const list = answer.ok ? readList(answer.body) : null;
    if (list === null) return named(seen, answer.ok ? "a page is no list" : answer.diagnostic.message);
    const before = seen.size;
    for (const item of list.items) seen.set(keyOf(item), item);
    withoutNews = seen.size === before ? withoutNews + 1 : 0;
    const next = nextParameters(list, parameters, seen.size);
    if (next === null) return named(seen, null);
    const most = "cursor" in next ? mostWithoutNews : 1;
    if (withoutNews >= most) return named(seen, "the same page comes again and again");
    parameters = next;
  }
  return named(seen, `there are more than ${mostPages} pages`);
}

type Next =
  | { readonly count: string; readonly cursor: string }
  | { readonly count: string; readonly startIndex: string };

function nextParameters(
  list: ScimPage,
  parameters: Readonly<Record<string, string>>,
  seen: number,
): Next | null {
  if (list.next !== null && parameters["startIndex"] === undefined) return { count, cursor: list.next };
  if (list.total === null || list.total <= seen) return null;
  return { count, startIndex: `${seen + 1}` };
}

function keyOf(item: JsonObject): string {
  return typeof item["id"] === "string" ? item["id"] : JSON.stringify(item);
}

function named(seen: ReadonlyMap<string, JsonObject>, why: string | null): AllGroups {
  const names = [...seen.values()]
    .map((item) => item["displayName"])
    .filter((name) => typeof name === "string");
  return { names, incomplete: why === null ? null : cannotList(why) };
}

function cannotList(why: string): Diagnostic {
  return {
    code: "IDC747",
    severity: "warning",
    message: `not all groups of the endpoint could be listed: ${why}`,
    span: null,
    hint: "a missing group may be there under a similar name: look in Identity Center, Groups",
  };
}
