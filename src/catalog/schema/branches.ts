import type { SchemaError } from "./check.js";

/**
 * `anyOf` reports the errors of every branch. Only the branch for the kind of value that was written
 * is of interest; when there is none, the kinds of all branches together are.
 */
export function branchErrors(errors: readonly SchemaError[]): readonly SchemaError[] {
  let rest = errors.filter((e) => e.keyword !== "propertyNames");
  for (const choice of errors.filter((e) => e.keyword === "anyOf")) {
    const isBranch = (e: SchemaError): boolean =>
      e.schemaPath.startsWith(`${choice.schemaPath}/`) && e.instancePath.startsWith(choice.instancePath);
    const isKind = (e: SchemaError): boolean =>
      isBranch(e) && e.keyword === "type" && e.instancePath === choice.instancePath;
    const kinds = rest.filter(isKind).map((e) => e.params["type"] as string);
    const branch = rest.filter((e) => isBranch(e) && !isKind(e));
    rest = rest.filter((e) => e !== choice && !isKind(e));
    if (branch.length === 0) {
      rest.push({ ...choice, keyword: "type", params: { type: [...new Set(kinds.flat())] } });
    }
  }
  return rest;
}
