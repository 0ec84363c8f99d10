import type { Move, Moves } from "../catalog/moves/moves.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { groupAddress, resourceType } from "./address.js";
import { declaredAddresses, grantAddress } from "./declared-addresses.js";
import type { AccessModel, Grant } from "./model.js";
import { lastOf } from "./moves-addresses.js";
import {
  addressesAreMovedOnce,
  importsLeadToTheCatalog,
  movesLeadToTheCatalog,
  principalTypeOf,
  renamesAreDone,
} from "./moves-rules.js";
import type { Moved, StateMoves } from "./synth.js";

/** What a catalog without moves.yaml gives. */
export const noMoves: StateMoves = { moved: [], imports: [] };

/**
 * Turns names into addresses, one move for each assignment of the principal, and checks that everything
 * leads to what the model declares: Terraform destroys what has moved to nowhere.
 */
export function stateMoves(
  { moved, imports }: Moves,
  model: AccessModel,
): { readonly moves: StateMoves; readonly diagnostics: readonly Diagnostic[] } {
  if (moved.length === 0 && imports.length === 0) return { moves: noMoves, diagnostics: [] };
  const declared = declaredAddresses(model);
  const ofAddresses = moved.filter((m) => m.from.kind === "address");
  const renames = moved.filter((m) => m.from.kind !== "address");
  const ofNames = renames.flatMap((rename) => movesOfRename(rename, renames, model));
  return {
    moves: {
      moved: [...ofAddresses.map(({ from, to }) => ({ from: from.name, to: to.name })), ...ofNames],
      imports: imports.map(({ to, id }) => ({ to: to.name, id: id.name })),
    },
    diagnostics: [
      ...renamesAreDone(renames, model),
      ...movesLeadToTheCatalog(ofAddresses, declared),
      ...addressesAreMovedOnce(ofAddresses, ofNames),
      ...importsLeadToTheCatalog(imports, declared),
    ],
  };
}

/** Follows a chain of renames to the name that has grants today, for which there are addresses. */
function movesOfRename({ from, to }: Move, renames: readonly Move[], model: AccessModel): readonly Moved[] {
  const next = renames.filter((m) => m.from.kind === from.kind).map((m) => [m.from.name, m.to.name] as const);
  const name = lastOf(new Map(next), to.name);
  const type = principalTypeOf(from);
  const group = (groupName: string): string => `${resourceType.group}.${groupAddress(groupName)}`;
  const assignment = (grant: Grant, principalName: string): string =>
    grantAddress({ ...grant, principalName });
  const isCreated = model.principals.some((p) => p.type === type && p.name === name && p.created);
  const grants = model.grants.filter((g) => g.principalType === type && g.principalName === name);
  return [
    ...(isCreated ? [{ from: group(from.name), to: group(to.name) }] : []),
    ...grants.map((grant) => ({ from: assignment(grant, from.name), to: assignment(grant, to.name) })),
  ];
}
