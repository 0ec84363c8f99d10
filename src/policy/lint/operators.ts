import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";
import { refused } from "./finding.js";
import type { Policy } from "./policy.js";

/**
 * What an operator compares. Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
 */
type Family = "String" | "Numeric" | "Date" | "Bool" | "Binary" | "IpAddress" | "Arn" | "Null";

const operators: Readonly<Record<Family, readonly string[]>> = {
  String: [
    "StringEquals",
    "StringNotEquals",
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    "StringLike",
    "StringNotLike",
  ],
  Numeric: comparisons("Numeric"),
  Date: comparisons("Date"),
  Bool: ["Bool"],
  Binary: ["BinaryEquals"],
  IpAddress: ["IpAddress", "NotIpAddress"],
  Arn: ["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
  Null: ["Null"],
};

const byName = new Map(
  Object.entries(operators).flatMap(([family, names]) =>
    names.map((name): [string, Family] => [name.toLowerCase(), family as Family]),
  ),
);

/** What an operator compares, without its prefix and suffix, in any letter case; null for no operator. */
export function operatorFamily(operator: string): Family | null {
  return byName.get(bare(operator).toLowerCase()) ?? null;
}

/** Condition operators are those IAM has. */
export function operatorsExist(policy: Policy): readonly Diagnostic[] {
  const used = policy.statements.flatMap((s) => s.conditions.map((c) => c.operator));
  return used.flatMap(({ text, span }) => {
    const family = operatorFamily(text);
    if (family === "Null" && /ifexists$/i.test(text)) {
      return [refused("IDC335", `condition operator "${text}" does not exist`, span, 'write "Null"')];
    }
    if (family !== null) return [];
    const suggestion = didYouMean(bare(text), Object.values(operators).flat());
    const hint =
      'write one such as StringEquals or ArnLike; "ForAnyValue:" may come before it, "IfExists" after it';
    return [refused("IDC335", `condition operator "${text}" does not exist${suggestion}`, span, hint)];
  });
}

function bare(operator: string): string {
  return operator.replace(/^(ForAllValues|ForAnyValue):/i, "").replace(/IfExists$/i, "");
}

function comparisons(family: string): readonly string[] {
  const all = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"];
  return all.map((comparison) => family + comparison);
}
