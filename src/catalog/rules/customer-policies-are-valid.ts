import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { child, entriesOf, itemsOf, type Node, textOf } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

const policyName = /^[\w+=,.@-]{1,128}$/;
const policyPath = /^\/([\w+=,.@-]+\/)*$/;

/** Customer managed policies have a name and a path that IAM accepts. */
export function customerManagedPoliciesAreValid({ written }: RuleFacts): readonly Diagnostic[] {
  return entriesOf(child(written.vars, "permission_sets"))
    .flatMap((e) => [
      ...itemsOf(child(e.value, "customer_managed_policies")),
      ...[child(child(e.value, "permissions_boundary"), "customer_managed_policy")].flatMap((n) => n ?? []),
    ])
    .flatMap(check);
}

function check(node: Node): readonly Diagnostic[] {
  const nameNode = node.kind === "map" ? child(node, "name") : node;
  const pathNode = child(node, "path");
  const name = textOf(nameNode) ?? "";
  const path = textOf(pathNode) ?? "/";
  if (nameNode !== undefined && name !== "" && !policyName.test(name)) {
    const message = `"${name}" is not the name of a customer managed policy`;
    return [error("IDC317", message, nameNode.span, nameHint(name))];
  }
  if (policyPath.test(path)) return [];
  const hint = 'it begins and ends with "/", as in "/team/"';
  return [error("IDC317", `policy path "${path}" is not valid`, pathNode?.span ?? node.span, hint)];
}

function nameHint(name: string): string {
  const [, path, last] = /^(?:arn:[^:]+:iam::[^:]*:policy)?(\/|\/?.+\/)([^/]+)$/.exec(name) ?? [];
  if (path === undefined || last === undefined) return "use 1 to 128 of A-Z a-z 0-9 _ + = , . @ -";
  if (/^arn:[^:]+:iam::aws:/.test(name)) return "AWS made this policy: list it under managed_policies";
  return path === "/" ? `write "${last}"` : `write "{name: ${last}, path: ${slashed(path)}}"`;
}

function slashed(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
