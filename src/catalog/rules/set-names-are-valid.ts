import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { DeclaredSet } from "../catalog.js";
import { limits } from "../limits.js";
import { error, type RuleFacts } from "./rule.js";

const controlTower = new Set([
  "AWSAdministratorAccess",
  "AWSPowerUserAccess",
  "AWSReadOnlyAccess",
  "AWSOrganizationsFullAccess",
  "AWSServiceCatalogAdminFullAccess",
  "AWSServiceCatalogEndUserAccess",
]);

/** Names are within AWS's characters and length, and not taken by AWS. */
export function permissionSetNamesAreValid({ catalog }: RuleFacts): readonly Diagnostic[] {
  const names = catalog.permissionSets.filter((set) => set.name !== "").flatMap((set) => check(set));
  return oncePerPlace(names);
}

function check(set: DeclaredSet): readonly Diagnostic[] {
  if (set.name.startsWith("AWSReservedSSO_") || controlTower.has(set.name)) {
    const message = `permission set name "${set.name}" is reserved by AWS`;
    return [error("IDC310", message, set.span, "choose another name")];
  }
  if (set.name.length > limits.permissionSetNameLength) return [tooLong(set)];
  if (limits.permissionSetName.test(set.name)) return [];
  const message = `permission set name "${set.name}" is not valid`;
  return [error("IDC310", message, set.span, "use 1 to 32 of A-Z a-z 0-9 _ + = , . @ -")];
}

/** A backend key makes three sets; what is wrong with the key is said once, for the longest name. */
function oncePerPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const longest = diagnostics.toSorted((a, b) => b.message.length - a.message.length);
  return [...new Map(longest.toReversed().map((d) => [JSON.stringify([d.code, d.span]), d])).values()];
}

function tooLong(set: DeclaredSet): Diagnostic {
  const over = set.name.length - limits.permissionSetNameLength;
  const message = `permission set name "${set.name}" has ${set.name.length} characters, AWS allows ${limits.permissionSetNameLength}`;
  return error("IDC315", message, set.span, shorten(set, over));
}

function shorten({ name, origin, variantOf }: DeclaredSet, over: number): string {
  if (variantOf === null)
    return `shorten ${origin === "own" ? "the name" : "the key it is made from"} by ${over}`;
  const suffix = name.slice(variantOf.length);
  const shorter = suffix.length - over >= 3 ? ", or use whole hours" : "";
  return `its suffix is "${suffix}": shorten "${variantOf}" by ${over}${shorter}`;
}

/** No two keys make a set of the same name. */
export function permissionSetNamesAreUnique({ catalog }: RuleFacts): readonly Diagnostic[] {
  const first = new Map<string, DeclaredSet>();
  const twice = catalog.permissionSets.flatMap((set) => {
    const other = first.get(set.name);
    if (other === undefined) {
      first.set(set.name, set);
      return [];
    }
    const where = other.span === null ? "a stock set" : `line ${other.span.line} of ${other.span.file}`;
    const message = `permission set "${set.name}" is made twice, here and by ${where}`;
    return [error("IDC314", message, set.span ?? other.span, "rename or remove one of the two")];
  });
  return oncePerPlace(twice);
}
