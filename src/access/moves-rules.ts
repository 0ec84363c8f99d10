import type { Move, MoveEnd, MovesImport } from "../catalog/moves/moves.js";
import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";
import { didYouMean } from "../diagnostic/suggest.js";
import type { AccessModel, PrincipalType } from "./model.js";
import type { Moved } from "./synth.js";

/** The type of a principal that an entry names. */
export function principalTypeOf({ kind }: MoveEnd): PrincipalType {
  return kind === "user" ? "USER" : "GROUP";
}

/** The catalog has the new name of a group or user, and no longer the old one. */
export function renamesAreDone(renames: readonly Move[], model: AccessModel): readonly Diagnostic[] {
  return renames.flatMap(({ from, to }) => {
    const type = principalTypeOf(from);
    const names = new Set(model.principals.filter((p) => p.type === type).map((p) => p.name));
    const found: Diagnostic[] = [];
    if (names.has(from.name)) {
      const grant = model.grants.find((g) => g.principalType === type && g.principalName === from.name);
      const at = grant?.sources[0];
      const where = at === undefined ? "under groups" : `in ${at.file}:${at.line}`;
      const message = `${shown(from)} is moved, but the catalog still has it`;
      found.push(problem("IDC378", message, from.span, `rename it ${where} as well, or remove this entry`));
    }
    const goesOn = renames.some((m) => m.from.kind === to.kind && m.from.name === to.name);
    if (!goesOn && !names.has(to.name)) {
      const message = `the catalog grants nothing to ${shown(to)}${didYouMean(to.name, names)}`;
      const hint = "write the name that the catalog has now, or remove this entry";
      found.push(problem("IDC377", message, to.span, hint));
    }
    return found;
  });
}

/** Nothing moves away from what is declared, or to what is not and goes nowhere from there. */
export function movesLeadToTheCatalog(
  moves: readonly Move[],
  declared: ReadonlySet<string>,
): readonly Diagnostic[] {
  const starts = new Set(moves.map((m) => m.from.name));
  return moves.flatMap(({ from, to }) => {
    const found = starts.has(to.name) ? [] : addressIsDeclared(to, "moved", declared);
    if (!declared.has(from.name)) return found;
    const message = `${from.name} is moved, but the catalog still declares it`;
    const hint = "remove what the catalog says of it, or this entry";
    return [...found, problem("IDC378", message, from.span, hint)];
  });
}

/** Imports go to what the catalog declares. */
export function importsLeadToTheCatalog(
  imports: readonly MovesImport[],
  declared: ReadonlySet<string>,
): readonly Diagnostic[] {
  return imports.flatMap(({ to }) => addressIsDeclared(to, "imported", declared));
}

/** No address is moved by its own entry and by that of its group or user too. */
export function addressesAreMovedOnce(
  moves: readonly Move[],
  ofNames: readonly Moved[],
): readonly Diagnostic[] {
  const taken = { from: new Set(ofNames.map((m) => m.from)), to: new Set(ofNames.map((m) => m.to)) };
  return moves.flatMap((move) =>
    (["from", "to"] as const).flatMap((side) => {
      const { name, span } = move[side];
      if (!taken[side].has(name)) return [];
      const message = `${name} is moved with its group or user as well`;
      return [problem("IDC376", message, span, "remove this entry, or the other one")];
    }),
  );
}

function addressIsDeclared(
  { name, span }: MovesImport["to"],
  what: "moved" | "imported",
  declared: ReadonlySet<string>,
): readonly Diagnostic[] {
  if (declared.has(name)) return [];
  const message = `nothing can be ${what} to ${name}: the catalog does not declare it${didYouMean(name, declared)}`;
  const hint =
    'addresses are in the cdk.tf.json that "identity synth" writes; remove the entry if its object is gone';
  return [problem("IDC377", message, span, hint)];
}

function shown({ kind, name }: MoveEnd): string {
  return `${kind} ${JSON.stringify(name)}`;
}

function problem(code: string, message: string, span: Span, hint: string): Diagnostic {
  return { code, severity: "error", message, span, hint };
}
