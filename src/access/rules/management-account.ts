import type { Catalog } from "../../catalog/catalog.js";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { AccessModel, Grant } from "../model.js";

/** With `management_account: {allow: false}` nothing is granted in the management account. */
export function managementAccountIsSpared(catalog: Catalog, model: AccessModel): readonly Diagnostic[] {
  const { managementAccountRefused: refused } = catalog;
  if (refused === null) return [];
  if (model.managementAccountId === null) {
    const message = "management_account.allow is false, but which account that is, is not known";
    return [problem(message, refused, "set account_map.root_account_account_name to its name in the map")];
  }
  const there = model.grants.filter((g) => g.accountId === model.managementAccountId);
  const places = new Map<string, readonly [Grant, Span]>();
  for (const grant of there) {
    for (const span of grant.sources) places.set(`${span.file}:${span.line}:${span.column}`, [grant, span]);
  }
  return [...places.values()].map(([grant, span]) => {
    const message = `"${grant.principalName}" is granted ${grant.permissionSet} in the management account, ${grant.accountName}`;
    return problem(message, span, hint(grant));
  });
}

function hint({ accountType, accountName }: Grant): string {
  if (accountType === null) return "remove it, or set management_account.allow to true";
  return `exclude "${accountName}" from account type "${accountType}", or set management_account.allow to true`;
}

function problem(message: string, span: Span, hint: string): Diagnostic {
  return { code: "IDC346", severity: "error", message, span, hint };
}
