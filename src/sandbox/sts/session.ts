import { hash } from "node:crypto";
import { failure } from "../service/failure.js";
import type { World } from "../world/world.js";

/** A session of Identity Center in the management account. */
export interface Session {
  /** `AWSReservedSSO_<set>_<16 hexadecimal digits>` */
  readonly role: string;
  readonly userName: string;
}

/**
 * The session that an access key of the form `<set>:<user name>` stands for, null for any other key. The user
 * has to exist; the set need not, so that one can ask who is calling before the first deploy and after the last.
 */
export function sessionOf(world: World, accessKeyId: string): Session | null {
  const colon = accessKeyId.indexOf(":");
  if (colon < 0) return null;
  const permissionSet = accessKeyId.slice(0, colon);
  const userName = decoded(accessKeyId.slice(colon + 1));
  if (!Object.values(world.users).some((user) => user.userName === userName))
    throw failure("InvalidClientTokenId", `The sandbox has no user ${userName} whose session this could be.`);
  // The digits of AWS are random and stay the same as long as the role does.
  const digits = hash("sha256", permissionSet, "hex").slice(0, 16);
  return { role: `AWSReservedSSO_${permissionSet}_${digits}`, userName };
}

/** A slash, comma or space would end the key in the header of a request, so it is written `%2F`, `%2C`, `%20`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
