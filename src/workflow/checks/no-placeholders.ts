import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Facts } from "../facts.js";

/** Example ids and names deploy only to an endpoint on this machine. */
export function noPlaceholders({ catalog, isLoopback }: Facts): readonly Diagnostic[] {
  if (isLoopback) return [];
  const hint = "put your own value there; placeholders deploy only to a local endpoint";
  const ids = (catalog.accountMap ?? [])
    .filter((a) => isPlaceholderId(a.id))
    .map((a) => ({ message: `account id ${a.id} of "${a.name}" is a placeholder`, span: a.idSpan }));
  const arns = catalog.backendArns
    .filter((a) => isPlaceholderArn(a.name))
    .map((a) => ({ message: `"${a.name}" is a placeholder`, span: a.span }));
  return [...ids, ...arns].map(({ message, span }) => ({
    code: "IDC405",
    severity: "error",
    message,
    span,
    hint,
  }));
}

/** Eleven equal digits, as in the catalog that ships, or AWS's documentation example. */
function isPlaceholderId(id: string): boolean {
  return /^(\d)\1{10}/.test(id) || id === "123456789012";
}

function isPlaceholderArn(text: string): boolean {
  const account = /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1];
  return (
    /(^|[^a-z])(acme|example)([^a-z]|$)/i.test(text) || (account !== undefined && isPlaceholderId(account))
  );
}
