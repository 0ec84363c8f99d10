import type { Named } from "../../catalog/catalog.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../../diagnostic/order.js";
import { nearest } from "../../diagnostic/suggest.js";
import { type AllGroups, allGroups } from "./all-groups.js";
import type { Ask } from "./ask.js";
import { groupMissing, groupTwice } from "./group-problems.js";
import { equals, query, readList } from "./list.js";
import { strange } from "./meaning.js";
import type { ScimGroup } from "./report.js";
import { tellsToken } from "./token.js";

/** What became of the groups; `broken` when the endpoint stopped answering in between. */
export interface FoundGroups {
  readonly groups: readonly ScimGroup[];
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
}

/**
 * Looks for each group by its display name, which has to be equal letter by letter. Only when one is missing are
 * all groups listed, to see what may have been meant. `token` is what a name must not show.
 */
export async function findGroups(ask: Ask, wanted: readonly Named[], token: string): Promise<FoundGroups> {
  const groups: ScimGroup[] = [];
  const diagnostics: Diagnostic[] = [];
  let all: AllGroups | null = null;
  for (const [name, places] of byName(wanted)) {
    const answer = await ask(query("Groups", { filter: equals("displayName", name) }));
    const list = answer.ok ? readList(answer.body) : null;
    if (list === null) {
      const said = answer.ok ? strange("the answer to a query for a group is no list") : answer.diagnostic;
      return { groups, diagnostics: [...diagnostics, said], broken: true };
    }
    let same = list.items.filter((item) => item["displayName"] === name).length;
    if (same === 0) {
      all ??= await allGroups(ask);
      // A server that does not filter as it was asked to may have it all the same.
      same = all.names.filter((other) => other === name).length;
    }
    if (same === 1) {
      groups.push({ name, status: "found", nearest: null });
    } else if (same > 1) {
      groups.push({ name, status: "twice", nearest: null });
      diagnostics.push(groupTwice(name, same, places));
    } else {
      const near = meant(
        name,
        (all?.names ?? []).filter((other) => !tellsToken(other, token)),
      );
      groups.push({ name, status: "missing", nearest: near });
      diagnostics.push(groupMissing(name, near, places));
    }
  }
  const incomplete = all?.incomplete ?? null;
  return {
    groups,
    diagnostics: incomplete === null ? diagnostics : [...diagnostics, incomplete],
    broken: false,
  };
}

/** What looks the same although it is made of other characters comes before what is spelled alike. */
function meant(name: string, known: readonly string[]): string | null {
  const look = name.normalize("NFKC");
  return known.find((other) => other.normalize("NFKC") === look) ?? nearest(name, known);
}

/** Each name once, sorted, with its places in order. */
function byName(wanted: readonly Named[]): readonly (readonly [string, readonly Named[]])[] {
  const places = new Map<string, Named[]>();
  for (const group of wanted) places.set(group.name, [...(places.get(group.name) ?? []), group]);
  return [...places]
    .map(([name, found]) => [name, found.sort((a, b) => compareSpans(a.span, b.span))] as const)
    .sort(([a], [b]) => compareText(a, b));
}
