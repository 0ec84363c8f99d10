import type { Named } from "../../catalog/catalog.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";

/** A group that the endpoint does not have. `places` are where the catalog names it, in order. */
export function groupMissing(name: string, near: string | null, places: readonly Named[]): Diagnostic {
  const how = `create "${name}" in your identity provider, spelled exactly so, and push it to AWS`;
  const [first] = places;
  return {
    code: "IDC743",
    severity: "error",
    message: `the SCIM endpoint has no group "${name}"${near === null ? "" : butThereIs(name, near)}`,
    span: first?.span ?? null,
    hint: `${near === null ? "" : `write "${near}" here if that is the group you mean; else `}${how}${also(places)}`,
  };
}

function butThereIs(name: string, near: string): string {
  if (near.normalize("NFKC") === name.normalize("NFKC"))
    return ` - "${near}" looks the same, but is made of other characters`;
  if (near.toLowerCase() === name.toLowerCase()) return ` - "${near}" is there, and names are case-sensitive`;
  return ` - did you mean "${near}"?`;
}

function also(places: readonly Named[]): string {
  const [first, ...more] = places;
  const others = more.map(({ span }) =>
    span.file === first?.span.file ? `line ${span.line}` : `${span.file}:${span.line}`,
  );
  return others.length === 0 ? "" : `; also used at ${[...new Set(others)].join(", ")}`;
}

/** Several groups of one name: which of them is granted access is anybody's guess. */
export function groupTwice(name: string, count: number, places: readonly Named[]): Diagnostic {
  return {
    code: "IDC744",
    severity: "error",
    message: `the SCIM endpoint has ${count} groups "${name}"`,
    span: places[0]?.span ?? null,
    hint: "rename or remove all but one of them where they come from: access is granted by name",
  };
}
