import type { Diagnostic } from "../../src/diagnostic/diagnostic.js";

const shapeCodes = new Set(["IDC112", "IDC201", "IDC202", "IDC203", "IDC206", "IDC207", "IDC304"]);

/** Errors about the shape that have a code of their own, or share one with what is no matter of shape. */
const otherShapes: readonly (readonly [code: string, message: RegExp])[] = [
  ["IDC302", /^unknown optional permission set/],
  ["IDC312", /^\S+ is [\d.-]+, not an ISO-8601 duration$/],
  ["IDC313", /^inline_policy has both/],
  ["IDC751", /^unknown provider/],
  ["IDC759", /" is a secret/],
];

/** What a schema for one file cannot say, and why. */
const beyondSchemas: readonly (readonly [code: string, message: RegExp, why: string])[] = [
  [
    "IDC202",
    /" in (vars|account_map) - did you mean/,
    "other tools have keys there, and nearness is no pattern",
  ],
  [
    "IDC202",
    /" (in component ".*"|in components|in terraform|at the top of the file) - did you mean/,
    "likewise",
  ],
  ["IDC202", /" in backend\./, "which settings there are, backend_type says, and that may be elsewhere"],
  ["IDC207", /^backend\.\S+ must be/, "likewise"],
  ["IDC206", /^"region" is missing in vars/, "another file or layer may have it"],
  [
    "IDC201",
    /"arn:([\w-]+):.*is not the ARN of .* in partition (?!\1$)/,
    "which partition is right, another key says",
  ],
];

/** The errors about the shape of a catalog that a schema for one file can see. */
export function shapeErrors(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity, code, message }) => {
    if (severity !== "error") return false;
    if (beyondSchemas.some(([c, pattern]) => c === code && pattern.test(message))) return false;
    return shapeCodes.has(code) || otherShapes.some(([c, pattern]) => c === code && pattern.test(message));
  });
}
