import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { error } from "../rules/rule.js";
import { resourceTypeOf } from "./address.js";
import type { Move, MoveEnd, Moves } from "./moves.js";

/** What is written as an address is one, of one object. */
export function addressesAreAddresses({ moved, imports }: Moves): readonly Diagnostic[] {
  const written = [
    ...moved.flatMap((m) => [m.from, m.to]).filter((end) => end.kind === "address"),
    ...imports.map((i) => i.to),
  ];
  return written.flatMap(({ name, span }) => {
    if (resourceTypeOf(name) !== null) return [];
    const message = `${JSON.stringify(name)} is not the Terraform address of an object`;
    return [error("IDC375", message, span, hintFor(name))];
  });
}

function hintFor(name: string): string {
  if (/^(.*\.)?data\./.test(name))
    return "data sources are not in AWS, so there is nothing to move: remove the entry";
  if (/^(module\.[^.]+\.?)+$/.test(name))
    return 'write one entry for each object in the module, as "terraform state list" shows them';
  return '"terraform state list" shows addresses, such as module.sso.aws_ssoadmin_permission_set.this["Look"]';
}

/** Each move goes from one thing to one other of its kind, and no chain of moves comes back. */
export function movesGoSomewhere({ moved }: Moves): readonly Diagnostic[] {
  return [
    ...moved.flatMap(({ from, to }) => wrongPair(from, to)),
    ...repeated(
      moved.map((m) => m.from),
      (end, line) => `${shown(end)} is already moved on line ${line}`,
    ),
    ...repeated(
      moved.map((m) => m.to),
      (end, line) => `something else already becomes ${shown(end)}, on line ${line}`,
    ),
    ...circles(moved),
  ];
}

function wrongPair(from: MoveEnd, to: MoveEnd): readonly Diagnostic[] {
  if (keyOf(from) === keyOf(to)) {
    return [contradiction(`${shown(from)} is moved to itself`, to.span, "remove this entry")];
  }
  const [a, b] = [kindOf(from), kindOf(to)];
  if (a === null || b === null || a === b) return [];
  const message = `${shown(from)} cannot become ${shown(to)}: one is ${a}, the other ${b}`;
  return [
    contradiction(message, to.span, "write two names of one kind, or two addresses of one resource type"),
  ];
}

/** Null for what is no address, which is said elsewhere. */
function kindOf({ kind, name }: MoveEnd): string | null {
  return kind === "address" ? resourceTypeOf(name) : `a ${kind}`;
}

/** Terraform would have to guess which of the two is meant. */
function repeated(
  ends: readonly MoveEnd[],
  message: (end: MoveEnd, line: number) => string,
): readonly Diagnostic[] {
  const first = new Map<string, MoveEnd>();
  return ends.flatMap((end) => {
    const other = first.get(keyOf(end));
    if (other === undefined) first.set(keyOf(end), end);
    return other === undefined ? [] : [contradiction(message(end, other.span.line), end.span, null)];
  });
}

function circles(moved: readonly Move[]): readonly Diagnostic[] {
  const next = new Map(moved.map((m) => [keyOf(m.from), m.to]));
  const seen = new Set<string>();
  return moved.flatMap(({ from, to }) => {
    const way = [from];
    let end: MoveEnd | undefined = to;
    while (
      end !== undefined &&
      keyOf(end) !== keyOf(from) &&
      !seen.has(keyOf(end)) &&
      way.length <= moved.length
    ) {
      way.push(end);
      end = next.get(keyOf(end));
    }
    seen.add(keyOf(from));
    if (end === undefined || keyOf(end) !== keyOf(from) || way.length === 1) return [];
    const message = `these moves go round in a circle: ${[...way, from].map(shown).join(" -> ")}`;
    return [contradiction(message, from.span, "keep the moves that lead to what the catalog says now")];
  });
}

/** One import block for each address, and one address for each object. */
export function importsDiffer({ imports }: Moves): readonly Diagnostic[] {
  const addresses = new Map<string, Span>();
  const objects = new Map<string, Span>();
  return imports.flatMap(({ to, id }) => {
    const object = JSON.stringify([resourceTypeOf(to.name), id.name]);
    const [sameAddress, sameObject] = [addresses.get(to.name), objects.get(object)];
    addresses.set(to.name, sameAddress ?? to.span);
    objects.set(object, sameObject ?? id.span);
    if (sameAddress !== undefined) {
      return [
        contradiction(
          `something is already imported to ${to.name}, on line ${sameAddress.line}`,
          to.span,
          null,
        ),
      ];
    }
    if (sameObject === undefined) return [];
    const message = `${JSON.stringify(id.name)} is already imported on line ${sameObject.line}`;
    return [contradiction(message, id.span, "one object has one address")];
  });
}

function contradiction(message: string, span: Span, hint: string | null): Diagnostic {
  return error("IDC376", message, span, hint ?? "remove one of the two, or correct it");
}

function keyOf({ kind, name }: MoveEnd): string {
  return `${kind} ${name}`;
}

function shown({ kind, name }: MoveEnd): string {
  return kind === "address" ? name : `${kind} ${JSON.stringify(name)}`;
}
