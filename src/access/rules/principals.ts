import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { addressCollisions } from "../address.js";
import type { AccessModel, Principal } from "../model.js";

/** Two names for one principal would be two resources for one assignment. */
export function principalsDiffer(model: AccessModel): readonly Diagnostic[] {
  const first = new Map<string, Principal>();
  return model.principals.flatMap((principal) => {
    const other = principal.id === null ? undefined : first.get(principal.id);
    if (principal.id !== null) first.set(principal.id, principal);
    if (other === undefined) return [];
    return [
      {
        code: "IDC326",
        severity: "error" as const,
        message: `"${other.name}" and "${principal.name}" are one principal, ${principal.id}`,
        span: model.grants.find((g) => g.principalName === principal.name)?.sources[0] ?? null,
        hint: "use one of the two names",
      },
    ];
  });
}

/** Every object has a Terraform address of its own. */
export function addressesDiffer(model: AccessModel): readonly Diagnostic[] {
  return addressCollisions(model).map(({ address, keys }) => ({
    code: "IDC325",
    severity: "error",
    message: `${keys.join(" and ")} would have one Terraform address, ${address}`,
    span: null,
    hint: "rename one of them",
  }));
}
