import type { CallContext } from "../../directory/aws-problem.js";
import type { AwsClients } from "../../directory/clients.js";
import { done, type Ended, stopped } from "../../workflow/ended.js";
import type { Aws } from "../../workflow/ports.js";
import { isLoopback } from "./endpoint.js";

/** AWS behind the SDK. The SDK is loaded here, when a verb needs it. */
export async function openAws(
  region: string,
  env: Readonly<Record<string, string | undefined>>,
  sandbox: boolean,
): Promise<Aws & { close(): void }> {
  const [{ createClients }, { explainAwsError }, { readCaller }, { readDirectory }, memberships, live] =
    await Promise.all([
      import("../../directory/clients.js"),
      import("../../directory/aws-problem.js"),
      import("../../directory/read-caller.js"),
      import("../../directory/read-directory.js"),
      import("../../directory/read-group-memberships.js"),
      import("../../directory/read-live-access.js"),
    ]);
  const endpoint = env["AWS_ENDPOINT_URL"];
  const context: CallContext = { region, ...(endpoint === undefined ? {} : { endpoint }) };
  // The SDK reads credentials from the process, where real ones may be: the sandbox must not see them.
  const credentials = { accessKeyId: "sandbox", secretAccessKey: "sandbox" };
  // Otherwise the endpoint is left to the SDK, which obeys the same variables as Terraform's provider.
  const clients: AwsClients = createClients(sandbox ? { ...context, credentials } : { region });
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
    directory: (tags, progress) => call(() => readDirectory(clients, { region, tags }, progress)),
    permissionSets: (instanceArn, names) =>
      call(() => live.readLivePermissionSets(clients, instanceArn, names)),
    assignments: (instanceArn, pairs) => call(() => live.readLiveAssignments(clients, instanceArn, pairs)),
    groupsOf: (identityStoreId, userId) =>
      call(() => memberships.readGroupMemberships(clients, identityStoreId, userId)),
    close: () => clients.close(),
  };
}
