import { quotas } from "../quotas.js";
import { isObject } from "../shape/json-object.js";
import { invalid } from "./find.js";

const versions: readonly unknown[] = [undefined, "2012-10-17", "2008-10-17"];

/** Throws unless the text is a policy document that a role can carry: size first, then JSON, then grammar. */
export function requirePolicyDocument(text: string): void {
  const bytes = Buffer.byteLength(text);
  if (bytes > quotas.inlinePolicyBytes) {
    throw invalid(`The inline policy has ${bytes} bytes; ${quotas.inlinePolicyBytes} are allowed.`);
  }
  const dense = Buffer.byteLength(text.replace(/[ \t\r\n]/g, ""));
  if (dense > quotas.inlinePolicyNonWhitespaceBytes) {
    const limit = quotas.inlinePolicyNonWhitespaceBytes;
    throw invalid(`The inline policy has ${dense} bytes without white space; ${limit} are allowed.`);
  }
  const problem = grammarProblem(parse(text));
  if (problem !== null) throw invalid(`The policy document is malformed: ${problem}.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid("The policy document is not valid JSON.");
  }
}

function grammarProblem(document: unknown): string | null {
  if (!isObject(document)) return "it is not an object";
  if (!versions.includes(document["Version"])) return "Version has to be 2012-10-17 or 2008-10-17";
  const statements = [document["Statement"]].flat();
  if (document["Statement"] === undefined || statements.length === 0) return "it has no Statement";
  for (const statement of statements) {
    const problem = statementProblem(statement);
    if (problem !== null) return problem;
  }
  return null;
}

function statementProblem(statement: unknown): string | null {
  if (!isObject(statement)) return "a Statement is not an object";
  if (statement["Effect"] !== "Allow" && statement["Effect"] !== "Deny")
    return "Effect has to be Allow or Deny";
  if ("Principal" in statement || "NotPrincipal" in statement) return "an inline policy has no Principal";
  if ("Action" in statement === "NotAction" in statement)
    return "a Statement needs one of Action and NotAction";
  if ("Resource" in statement === "NotResource" in statement) {
    return "a Statement needs one of Resource and NotResource";
  }
  return null;
}
