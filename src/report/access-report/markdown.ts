import { grouped } from "../../access/grouped.js";
import { dayOf } from "../../catalog/instant.js";
import { counted } from "../../diagnostic/counted.js";
import type { PlainGrant } from "../access-since.js";
import { type TableRow, tableSection } from "../audit/markdown-table.js";
import { fitted } from "../fit.js";
import type { Privilege, ReportGrant, ReportInput } from "../html/input.js";
import { markdownText } from "../markdown-text.js";
import type { Section } from "../section.js";

/** GitHub takes 65,536 characters in an issue. */
const most = 65_535;

/** The access for a wiki, an issue or the summary of a step: what allows most first; cut when it is too long. */
export function reportMarkdown(report: ReportInput): string {
  const { grants, sets, since, drift, findings } = report;
  const privileges = new Map(sets.map((set) => [set.name, set.privilege]));
  const of = (...wanted: readonly Privilege[]): readonly ReportGrant[] =>
    grants.filter((grant) => wanted.includes(privileges.get(grant.permissionSet) ?? "write"));
  const ending = grants.filter((grant) => grant.expiresAt !== null);
  const sections = [
    head(report),
    ...tableSection(
      1,
      ["grant taken away since then", "grants taken away since then"],
      plainHeader,
      (since?.removed ?? []).map(plainRow),
    ),
    ...tableSection(
      1,
      ["grant added since then", "grants added since then"],
      plainHeader,
      (since?.added ?? []).map(plainRow),
    ),
    ...tableSection(
      2,
      ["grant missing in AWS", "grants missing in AWS"],
      plainHeader,
      (drift?.missing ?? []).map(plainRow),
    ),
    ...tableSection(
      2,
      ["grant in AWS that nobody declared", "grants in AWS that nobody declared"],
      plainHeader,
      (drift?.undeclared ?? []).map(plainRow),
    ),
    ...tableSection(
      3,
      ["finding of the audit", "findings of the audit"],
      ["Severity", "Code", "Finding"],
      (findings ?? []).map((f) => rowOf([f.severity, f.code, f.message])),
    ),
    ...tableSection(
      4,
      ["grant with root or administrator rights", "grants with root or administrator rights"],
      plainHeader,
      of("root", "admin").map(plainRow),
    ),
    ...tableSection(
      5,
      ["grant that ends", "grants that end"],
      ["Ends", ...plainHeader],
      ending.map((g) => rowOf([dayOf(g.expiresAt ?? ""), ...cells(g)])),
    ),
    ...tableSection(
      6,
      ["entry of the whole access", "entries of the whole access"],
      ["Account", "Id", "Who", "Permission sets"],
      matrix(report),
    ),
  ];
  return fitted(sections, most, "identity report --format csv");
}

const plainHeader = ["Account", "Who", "Permission set"] as const;

function plainRow(grant: PlainGrant): TableRow {
  return rowOf(cells(grant));
}

function cells({ accountName, principalType, principalName, permissionSet }: PlainGrant): readonly string[] {
  return [accountName, `${principalType === "GROUP" ? "group" : "user"} ${principalName}`, permissionSet];
}

function rowOf(texts: readonly string[]): TableRow {
  return { cells: texts, count: 1 };
}

function matrix({ grants }: ReportInput): readonly TableRow[] {
  const keyOf = (g: ReportGrant): string => `${g.accountId} ${g.principalType} ${g.principalName}`;
  return grouped(grants, keyOf).map((same) => {
    const [account = "", who = ""] = cells(same[0]);
    return rowOf([account, same[0].accountId, who, same.map((g) => g.permissionSet).join(", ")]);
  });
}

function head({ title, createdAt, grants, since, findings }: ReportInput): Section {
  const accounts = new Set(grants.map((grant) => grant.accountId)).size;
  const lines = [
    `${counted(grants.length, "grant")} in ${counted(accounts, "account")}, as of ${dayOf(createdAt)}`,
    findings === null
      ? "not compared with AWS: no audit was given"
      : `${counted(findings.length, "finding")} of the audit`,
    ...(since === null
      ? []
      : [`compared with a report of ${since.createdAt === null ? "unknown date" : dayOf(since.createdAt)}`]),
  ];
  const text = `## ${markdownText(title)}\n\n${lines.map((line) => `- ${markdownText(line)}\n`).join("")}\n`;
  return { rank: 0, before: "", entries: [{ text, count: 1 }], after: "", what: ["headline", "headlines"] };
}
