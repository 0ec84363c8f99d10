import type { Diagnostic } from "../diagnostic/diagnostic.js";
import type { Directory } from "../directory/directory.js";
import type { Caller } from "../directory/read-caller.js";
import { done, type Ended } from "./ended.js";
import type { CallerUser } from "./guards/guard.js";
import type { Aws } from "./ports.js";

/** A session of Identity Center, as its role names it. */
export interface ReservedSession {
  readonly permissionSet: string;
  readonly userName: string;
  readonly accountId: string;
}

/** Whose session the credentials are, as far as it is known. */
export interface FoundCaller {
  /** Null when they are no session of Identity Center, or when the diagnostics say why it is not known. */
  readonly user: CallerUser | null;
  readonly diagnostics: readonly Diagnostic[];
}

const session =
  /^arn:[^:]+:sts::(?<account>\d{12}):assumed-role\/AWSReservedSSO_(?<set>[^/]+)_[0-9a-f]{16}\/(?<user>.+)$/;

/** The session of Identity Center that a caller is; null for any other role, user or root. */
export function reservedSession({ arn }: Caller): ReservedSession | null {
  const { account, set, user } = session.exec(arn)?.groups ?? {};
  if (account === undefined || set === undefined || user === undefined) return null;
  return { permissionSet: set, userName: user, accountId: account };
}

/** The user behind the credentials, with the groups AWS has the user in. That they may not be read stops nothing. */
export async function readCallerUser(
  aws: Pick<Aws, "groupsOf">,
  caller: Caller,
  { instance, users }: Directory,
): Promise<Ended<FoundCaller>> {
  const found = reservedSession(caller);
  if (found === null) return done({ user: null, diagnostics: [] });
  const user = users.find((u) => u.userName === found.userName);
  if (user === undefined) return done(unknown(found.userName, "Identity Center has no such user", null));
  const groups = await aws.groupsOf(instance.identityStoreId, user.id);
  if (groups.ok)
    return done({ user: { ...found, userId: user.id, groupIds: groups.value }, diagnostics: [] });
  const denied = groups.diagnostics.find((d) => d.code === "IDC504");
  return denied === undefined ? groups : done(unknown(found.userName, denied.message, denied.hint));
}

function unknown(userName: string, why: string, hint: string | null): FoundCaller {
  const diagnostic: Diagnostic = {
    code: "IDC427",
    severity: "warning",
    message: `cannot tell which groups "${userName}" is in, so the guard own-access is not active: ${why}`,
    span: null,
    hint,
  };
  return { user: null, diagnostics: [diagnostic] };
}
