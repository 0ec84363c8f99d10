import type { CallContext } from "../../directory/aws-problem.js";
import type { AwsClients } from "../../directory/clients.js";
import { done, type Ended, stopped } from "../../workflow/ended.js";
import type { Aws } from "../../workflow/ports.js";
import { isLoopback } from "./endpoint.js";
import { openReading } from "./reading-file.js";

/** Where a reading of all access is kept until it has come to its end, and the time in milliseconds. */
export interface Readings {
  readonly file: string;
  now(): number;
}

/** AWS behind the SDK. The SDK is loaded here, when a verb needs it. */
export async function openAws(
  region: string,
  env: Readonly<Record<string, string | undefined>>,
  sandbox: boolean,
  readings: Readings,
): Promise<Aws & { close(): void }> {
  const [
    { createClients },
    { explainAwsError },
    { readCaller },
    { readDirectory },
    memberships,
    live,
    all,
    counts,
    details,
    organization,
  ] = await Promise.all([
    import("../../directory/clients.js"),
    import("../../directory/aws-problem.js"),
    import("../../directory/read-caller.js"),
    import("../../directory/read-directory.js"),
    import("../../directory/read-group-memberships.js"),
    import("../../directory/read-live-access.js"),
    import("../../directory/read-all-access.js"),
    import("../../directory/read-members.js"),
    import("../../directory/read-group-details.js"),
    import("../../directory/read-organization.js"),
  ]);
  const endpoint = env["AWS_ENDPOINT_URL"];
  const context: CallContext = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  // The SDK reads credentials from the process, where real ones may be: the sandbox must not see them.
  const credentials = { accessKeyId: "sandbox", secretAccessKey: "sandbox" };
  // Otherwise the endpoint is left to the SDK, which obeys the same variables as Terraform's provider.
  const options = sandbox ? { ...context, credentials } : { region };
  const clients: AwsClients = createClients(options);
  async function call<T>(work: () => Promise<T>): Promise<Ended<T>> {
    try {
      return done(await work());
    } catch (error) {
      const { code, message, hint } = explainAwsError(error, context);
      return stopped("failed", [{ code, severity: "error", message, span: null, hint }]);
    }
  }
  return {
    isLoopback: isLoopback(env),
    caller: () => call(() => readCaller(clients)),
    organization: () => call(() => organization.readOrganizationSummary(clients)),
    rootAccess: () =>
      call(async () => (await import("../../directory/read-root-access.js")).readRootAccess(options)),
    directory: (tags, progress) => call(() => readDirectory(clients, { region, tags }, progress)),
    permissionSets: (instanceArn, names) =>
      call(() => live.readLivePermissionSets(clients, instanceArn, names)),
    assignments: (instanceArn, pairs) => call(() => live.readLiveAssignments(clients, instanceArn, pairs)),
    allAccess: ({ directory, extraPrincipals, resume, complete }, progress) =>
      call(async () => {
        const reading = resume
          ? openReading(readings.file, { region, endpoint: endpoint ?? null }, readings.now())
          : null;
        if (reading !== null && reading.found > 0) progress(`going on with ${reading.found} answers`);
        const cache = reading === null ? {} : { cache: reading.cache };
        const method = complete ? { method: "pairs" as const } : {};
        const access = await all.readAllAccess(
          clients,
          directory,
          { extraPrincipals, ...cache, ...method },
          progress,
        );
        reading?.end();
        return access;
      }),
    groupDetails: (identityStoreId, groupIds) =>
      call(() => details.readGroupDetails(clients, identityStoreId, groupIds)),
    members: (identityStoreId, groupIds) =>
      call(() => counts.readMembers(clients, identityStoreId, groupIds)),
    groupsOf: (identityStoreId, userId) =>
      call(() => memberships.readGroupMemberships(clients, identityStoreId, userId)),
    close: () => clients.close(),
  };
}
