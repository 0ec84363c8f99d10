import { hasEnded } from "../../access/expiry.js";
import { requiredGroups } from "../../access/required-groups.js";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { compareSpans, compareText } from "../../diagnostic/order.js";
import { nearest } from "../../diagnostic/suggest.js";
import type { Facts } from "../facts.js";

/** Every group that is granted anything or required, and every user that is granted anything, exists. */
export function principalsExist(facts: Facts): readonly Diagnostic[] {
  const { catalog, directory, model, clock } = facts;
  const groups = new Set(directory.groups.map((g) => g.displayName));
  const users = new Set(directory.users.map((u) => u.userName));
  const granted = catalog.assignments.filter((a) => !hasEnded(a, clock)).map((a) => a.principal);
  const wantedUsers = granted.filter((p) => p.type === "USER");
  if (model.grants.length === 0 && !catalog.enabled) return [];
  return [
    ...missing(requiredGroups(catalog, clock), groups).map(([name, spans]) =>
      notFound("IDC401", "group", name, spans, groups),
    ),
    ...missing(wantedUsers, users).map(([name, spans]) => notFound("IDC402", "user", name, spans, users)),
  ];
}

function missing(
  wanted: readonly { readonly name: string; readonly span: Span }[],
  known: ReadonlySet<string>,
): readonly (readonly [string, readonly Span[]])[] {
  const places = new Map<string, Span[]>();
  for (const { name, span } of wanted) {
    if (known.has(name)) continue;
    const spans = places.get(name) ?? [];
    if (!spans.some((s) => compareSpans(s, span) === 0)) places.set(name, [...spans, span]);
  }
  return [...places]
    .map(([name, spans]) => [name, spans.sort(compareSpans)] as const)
    .sort(([a], [b]) => compareText(a, b));
}

function notFound(
  code: string,
  kind: "group" | "user",
  name: string,
  spans: readonly Span[],
  known: ReadonlySet<string>,
): Diagnostic {
  const near = nearest(name, known);
  const onlyCase = near !== null && near.toLowerCase() === name.toLowerCase();
  const but =
    near === null
      ? ""
      : onlyCase
        ? ` - "${near}" does, and names are case-sensitive`
        : ` - did you mean "${near}"?`;
  const others = spans
    .slice(1)
    .map((s) => (s.file === spans[0]?.file ? `line ${s.line}` : `${s.file}:${s.line}`));
  const also = others.length === 0 ? "" : `; also used at ${others.join(", ")}`;
  const how =
    kind === "group"
      ? `create "${name}" in your identity provider, spelled exactly so, and push it to AWS (SCIM), or list it under "groups" to create it here`
      : `assign "${name}" to the AWS application in your identity provider, so that SCIM creates the user`;
  return {
    code,
    severity: "error",
    message: `${kind} "${name}" does not exist in Identity Center${but}`,
    span: spans[0] ?? null,
    hint: `${near === null ? "" : `write "${near}" here if that is the ${kind} you mean; else `}${how}${also}`,
  };
}
