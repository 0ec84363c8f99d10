import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { coveredBy } from "../../policy/lint/allowed.js";
import { child, entriesOf } from "../yaml/node.js";
import { readPolicy } from "./read-policy.js";
import { type RuleFacts, warning } from "./rule.js";

const trusted = /^Terraform(Plan|Apply|State|Update)Access(-.+)?$/;

/** A set that enters the role of a state backend has a name that the role's trust policy lists. */
export function stateBackendTrustsNames({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const isRole = /^arn:[^:]+:iam:/;
  const roles = new Set(catalog.backendArns.map((arn) => arn.name).filter((arn) => isRole.test(arn)));
  return entriesOf(child(written.vars, "permission_sets")).flatMap(({ key, value }) => {
    const node = child(value, "inline_policy");
    if (node === undefined || trusted.test(key)) return [];
    const entering = readPolicy(node).statements.filter(
      (s) => s.effect === "Allow" && coveredBy(s, "sts:AssumeRole") !== undefined,
    );
    const role = entering.flatMap((s) => s.resources).find(({ text }) => roles.has(text));
    if (role === undefined) return [];
    const message = `the trust policy of the state backend's role names the permission sets Terraform…Access; "${key}" is not one of them`;
    const hint = "grant one of those sets instead, or see that the role's trust policy names this one";
    return [warning("IDC345", message, role.span, hint)];
  });
}
