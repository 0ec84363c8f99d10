import type { Because } from "../access/explain/because.js";
import type { ExplainedGrant, Explanation } from "../access/explain/explain.js";
import type { Filter } from "../access/explain/filter.js";
import type { LeftOut } from "../access/explain/left-out.js";
import type { Nearest } from "../access/explain/nearest.js";
import { grouped } from "../access/grouped.js";
import { dayOf } from "../catalog/instant.js";
import { counted } from "../diagnostic/counted.js";
import type { Span } from "../diagnostic/diagnostic.js";
import { visible } from "../diagnostic/visible.js";
import {
  accountWords,
  leftOutSentence,
  listed,
  nearestSentence,
  principalWords,
  viaWords,
} from "./explain-sentences.js";
import type { Paint } from "./paint.js";
import { table } from "./table.js";

/** Places of the nearest that are shown before the rest is counted. */
const mostPlaces = 10;

/** For people on call: the grants, below each the lines that give it; then what was left out; then why not. */
export function explainText({ filter, grants, leftOut, nearest }: Explanation, paint: Paint): string {
  const others = leftOut.filter((left) => left !== nearest?.leftOut);
  const blocks = [
    ...grantBlocks(grants, paint),
    ...(nearest === null ? [] : [whyNot(nearest, filter, paint)]),
    ...(others.length === 0 ? [] : [leftOutBlock(others, paint)]),
  ];
  return `${blocks.join("\n")}`;
}

function grantBlocks(grants: readonly ExplainedGrant[], paint: Paint): readonly string[] {
  const rows = grants.map(({ grant, because }) => ({
    account: `${visible(grant.accountName)} (${grant.accountId})`,
    who: principalWords({ type: grant.principalType, name: grant.principalName }),
    set: visible(grant.permissionSet),
    end: grant.expiresAt === null ? "" : `  until ${dayOf(grant.expiresAt)}`,
    lines: because.map(becauseLines).join(""),
  }));
  return grouped(rows, (row) => row.account).map((inAccount) => {
    // Sets of one list share their lines, so they are told together.
    const told = grouped(inAccount, ({ who, end, lines }) => JSON.stringify([who, end, lines]));
    const shown = told.map((same) => {
      const [{ who, end, lines }] = same;
      return `  ${who}  ${paint("green", same.map((row) => row.set).join(", "))}${end}\n${lines}`;
    });
    return `${paint("bold", inAccount[0].account)}\n${shown.join("")}`;
  });
}

/** The line with its keys, and below it how it leads there. */
function becauseLines({ span, path, via }: Because): string {
  const here = placeFrom(span);
  const chosen = via.filter((v) => v.kind === "accountType");
  const byType =
    chosen.length === 0
      ? []
      : [`by type ${visible(chosen[0]?.name ?? "")}: ${chosen.map((v) => viaWords(v, here)).join(", ")}`];
  const others = via.filter((v) => v.kind !== "accountType").map((v) => viaWords(v, here));
  const details = [...byType, ...others].map((line) => `      ${line}\n`);
  return `    ${placeOf(span)}  ${visible(path)}\n${details.join("")}`;
}

function leftOutBlock(leftOut: readonly LeftOut[], paint: Paint): string {
  const rows = leftOut.map((left) => {
    const path = left.reason === "replaced" ? `  ${visible(left.path ?? "")}` : "";
    return [`  ${placeOf(left.span)}`, left.reason, `${leftOutSentence(left)}${byLine(left)}${path}`];
  });
  return `${paint("bold", "Left out on the way")}\n${table(rows)}`;
}

/** `: line 12` */
function byLine({ by, span }: LeftOut): string {
  return by === null ? "" : `: ${placeFrom(span)(by)}`;
}

function whyNot(nearest: Nearest, filter: Filter, paint: Paint): string {
  const places = nearest.places
    .slice(0, mostPlaces)
    .map(({ span, path, permissionSets }) => [
      `    ${placeOf(span)}`,
      visible(path ?? ""),
      ...(nearest.leftOut === null ? [listed(permissionSets)] : []),
    ]);
  const more = nearest.places.length - places.length;
  const rest = more > 0 ? `    and ${counted(more, "more place")}\n` : "";
  const by = nearest.leftOut === null ? "" : byLine(nearest.leftOut);
  const head = `${paint("bold", noGrant(filter))}\n  ${nearestSentence(nearest, filter)}${by}\n`;
  return `${head}${table(places)}${rest}${editLines(nearest, filter)}`;
}

/** `group Developers does not have RootAccess in plat-prod (111111111111)` */
function noGrant({ principal, account, permissionSet }: Filter): string {
  const where =
    account === null ? "anywhere" : `in ${visible(account.names[0] ?? account.id)} (${account.id})`;
  if (principal !== null)
    return `${principalWords(principal)} does not have ${visible(permissionSet ?? "anything")} ${where}`;
  return `nobody has ${visible(permissionSet ?? "anything")} ${where}`;
}

function editLines({ kind, edit }: Nearest, { account }: Filter): string {
  if (edit === null) return "";
  const others = edit.accounts.filter((a) => a.id !== account?.id);
  const reach =
    others.length === 0 ? "" : `; it reaches ${accountWords(others)}${account === null ? "" : " too"}`;
  const place = `${placeOf(edit.span)}  ${visible(edit.path)}`;
  if (kind === "disabled") return `  to grant it, set enabled: true\n    ${place}\n`;
  if (kind === "expired") return `  to grant it, set a later end${reach}\n    ${place}\n`;
  const set = visible(edit.permissionSet ?? "");
  const shared = edit.sharedWith.length === 0 ? "" : `; an anchor shares it with ${listed(edit.sharedWith)}`;
  const what = edit.exists ? `add ${set} to this list${reach}${shared}` : `add this list, with ${set} in it`;
  return `  to grant it, ${what}\n    ${place}\n`;
}

function placeOf({ file, line }: Span): string {
  return `${visible(file)}:${line}`;
}

/** Places in the same file by their line alone. */
function placeFrom(from: Span): (span: Span) => string {
  return (span) => (span.file === from.file ? `line ${span.line}` : placeOf(span));
}
