import { readPolicy } from "../../src/catalog/rules/read-policy.js";
import { parseYaml } from "../../src/catalog/yaml/parse.js";
import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";
import { lintPolicy } from "../../src/policy/lint/lint.js";

/** What the lint says about a policy that is written as JSON. */
export function lintJson(policy: unknown, partition = "aws"): readonly Diagnostic[] {
  const { root } = parseYaml(JSON.stringify(policy) ?? "null", "policy.json");
  if (root === null) throw new Error("this is not a JSON value");
  return lintPolicy(readPolicy(root), partition);
}

/** What the lint says about a policy of these statements: `CODE message`. */
export function lintStatements(...statements: readonly unknown[]): readonly string[] {
  const policy = { Version: "2012-10-17", Statement: statements };
  return lintJson(policy).map((d) => `${d.code} ${d.message}`);
}
