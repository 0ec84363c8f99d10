import type { Context } from "../service/operation.js";
import type { ExternalIdRecord } from "../world/identity-store.js";
import { invalid } from "./errors.js";

/** What came by SCIM says so by the issuer; the rest of it is the identity store. */
const issuer = "https://scim.aws.com/";

/** A group or a user. */
interface Member {
  readonly id: string;
  readonly externalIds: readonly ExternalIdRecord[];
}

/**
 * The external ids of what SCIM makes, once its id is known. The provisioner's own `externalId` is one of them;
 * without one the id itself stands there, so that the issuer is always told.
 */
export function externalIds(
  { world }: Context,
  externalId: unknown,
): (id: string) => readonly ExternalIdRecord[] {
  if (externalId !== null && (typeof externalId !== "string" || !/^.{1,256}$/su.test(externalId))) {
    throw invalid("externalId has to be text of 1 to 256 characters.");
  }
  return (id) => [{ Issuer: `${issuer}${world.instance.identityStoreId}`, Id: externalId ?? id }];
}

/** The provisioner's own id of a group or a user; null when it gave none. */
export function externalIdOf({ id, externalIds: all }: Member): string | null {
  const known = all.find((external) => external.Issuer.startsWith(issuer))?.Id ?? null;
  return known === id ? null : known;
}
