import { readInstant } from "../catalog/instant.js";
import { unknownTags } from "../catalog/read/unknown-tag.js";
import { error, info, warning } from "../catalog/rules/rule.js";
import { child, entriesOf, itemsOf, type Node, textOf } from "../catalog/yaml/node.js";
import { parseYaml } from "../catalog/yaml/parse.js";
import { type Diagnostic, hasErrors, type Span } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { AcceptedFinding } from "./audit-result.js";
import { type Finding, findingKey } from "./finding.js";

/** Findings that people have looked at and live with for a time. */
export interface Baseline {
  readonly accept: readonly Acceptance[];
}

/** One accepted finding. */
export interface Acceptance {
  /** As `findingKey` names it: `IDC602/333333333334/GROUP/DevOps/ReadOnlyAccess`. */
  readonly finding: string;
  readonly reason: string;
  /** The last day it is accepted on, in UTC: `2027-01-31`. */
  readonly until: string;
  readonly span: Span;
}

export const noBaseline: Baseline = { accept: [] };

const known = ["version", "accept"];
const fields = ["finding", "reason", "until"];
const form =
  'as in "- { finding: IDC602/333333333334/GROUP/DevOps/ReadOnlyAccess, reason: \\"...\\", until: 2027-01-31 }"';

/** Reads a baseline; nothing is accepted when it has a mistake. */
export function readBaseline(
  text: string,
  file: string,
): { readonly baseline: Baseline | null; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseYaml(text, file);
  if (root === null || hasErrors(diagnostics)) return { baseline: null, diagnostics };
  const found = [
    ...diagnostics,
    ...unknownTags(root),
    ...topProblems(root),
    ...acceptedOf(root).flatMap(problems),
  ];
  if (hasErrors(found)) return { baseline: null, diagnostics: found };
  return { baseline: { accept: acceptedOf(root).map(acceptance) }, diagnostics: found };
}

/** Takes out what is accepted; an entry that is past accepts nothing any more, and is said, as is one without a finding. */
export function applyBaseline(
  findings: readonly Finding[],
  { accept }: Baseline,
  clock: string,
): {
  readonly findings: readonly Finding[];
  readonly accepted: readonly AcceptedFinding[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const today = clock.slice(0, 10);
  const entries = accept.filter(({ until }) => until >= today).toReversed();
  // Of two entries the first counts.
  const valid = new Map(entries.map((entry) => [entry.finding, entry]));
  const keys = new Set(findings.map(findingKey));
  const accepted = findings.flatMap((finding) => {
    const entry = valid.get(findingKey(finding));
    return entry === undefined ? [] : [{ finding, reason: entry.reason, until: entry.until }];
  });
  return {
    findings: findings.filter((finding) => !valid.has(findingKey(finding))),
    accepted,
    diagnostics: accept.flatMap((entry) => {
      if (!keys.has(entry.finding)) {
        const message = `nothing is found any more of what is accepted here: ${entry.finding}`;
        return [info("IDC621", message, entry.span, "remove the entry")];
      }
      const counting = valid.get(entry.finding);
      if (counting === entry) return [];
      if (counting !== undefined) {
        const message = `another entry accepts this finding: ${entry.finding}`;
        return [info("IDC621", message, entry.span, "remove one of the two")];
      }
      const message = `accepted until ${entry.until}, and still there: ${entry.finding}`;
      return [
        warning(
          "IDC620",
          message,
          entry.span,
          "do away with the finding, or decide anew and set a later day",
        ),
      ];
    }),
  };
}

function acceptedOf(root: Node): readonly Node[] {
  return itemsOf(child(root, "accept"));
}

function topProblems(root: Node): readonly Diagnostic[] {
  if (root.kind !== "map") return [error("IDC112", "the file must be a map of keys at the top", root.span)];
  const version = child(root, "version");
  const accept = child(root, "accept");
  const hint = 'begin the file with "version: 1"';
  return [
    ...unknownKeys(root, known),
    ...(version === undefined ? [error("IDC206", "version is missing", root.span, hint)] : []),
    ...(version !== undefined && !(version.kind === "scalar" && version.value === 1)
      ? [error("IDC201", "version must be 1", version.span, hint)]
      : []),
    ...(accept === undefined
      ? [error("IDC206", "accept is missing", root.span, 'write "accept: []" to accept nothing')]
      : []),
    ...(accept !== undefined && accept.kind !== "list"
      ? [error("IDC207", "accept must be a list", accept.span, form)]
      : []),
  ];
}

function problems(entry: Node): readonly Diagnostic[] {
  if (entry.kind !== "map") return [error("IDC207", "an entry must be a map", entry.span, form)];
  const missing = fields
    .filter((field) => child(entry, field) === undefined)
    .map((field) => error("IDC206", `${field} is missing`, entry.span, form));
  const present = fields.flatMap((field) => {
    const node = child(entry, field);
    if (node === undefined || node.tag !== null) return [];
    const text = textOf(node);
    if (text === undefined || text.trim() === "") {
      return [error("IDC207", `${field} must be a text`, node.span, form)];
    }
    if (field === "until" && !isDay(text)) {
      return [
        error(
          "IDC201",
          `until "${text}" is not a day`,
          node.span,
          'write the last day, such as "2027-01-31"',
        ),
      ];
    }
    if (field === "finding" && !/^IDC6\d\d(\/.+){4,}$/.test(text)) {
      const hint = '"identity audit --format json" has the "key" of each finding';
      return [error("IDC201", `finding "${text}" is not the key of a finding`, node.span, hint)];
    }
    return [];
  });
  return [...unknownKeys(entry, fields), ...missing, ...present];
}

function unknownKeys(node: Node, names: readonly string[]): readonly Diagnostic[] {
  return entriesOf(node)
    .filter(({ key }) => !names.includes(key))
    .map(({ key, keySpan }) =>
      error(
        "IDC202",
        `unknown key "${key}"${didYouMean(key, names)}`,
        keySpan,
        `known keys: ${names.join(", ")}`,
      ),
    );
}

function isDay(text: string): boolean {
  return text.length === 10 && readInstant(text) !== null;
}

function acceptance(entry: Node): Acceptance {
  const text = (field: string): string => textOf(child(entry, field)) ?? "";
  return { finding: text("finding"), reason: text("reason"), until: text("until"), span: entry.span };
}
