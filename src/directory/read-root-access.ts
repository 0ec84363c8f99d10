import { IAMClient, ListOrganizationsFeaturesCommand } from "@aws-sdk/client-iam";
import { type ClientOptions, clientConfig } from "./clients.js";
import { noteFailedCall } from "./failed-call.js";

/** Whether the root users of member accounts are managed centrally. */
export interface RootAccess {
  /** Whether Organizations trusts `iam.amazonaws.com`; nothing is enabled without. */
  readonly trusted: boolean;
  /** `RootCredentialsManagement`, `RootSessions`, and what AWS adds one day. */
  readonly features: readonly string[];
}

/**
 * Source: iam `ListOrganizationsFeatures`. A client of its own, since no other reading needs IAM. Throws the
 * SDK's errors, as `readDirectory` does.
 */
export async function readRootAccess(options: ClientOptions): Promise<RootAccess> {
  const client = new IAMClient(clientConfig(options));
  try {
    const { EnabledFeatures } = await client.send(new ListOrganizationsFeaturesCommand({}));
    return { trusted: true, features: EnabledFeatures ?? [] };
  } catch (error) {
    if (error instanceof Error && error.name.startsWith("ServiceAccessNotEnabled")) {
      return { trusted: false, features: [] };
    }
    noteFailedCall(error, { service: "iam", operation: "ListOrganizationsFeatures" });
    throw error;
  } finally {
    client.destroy();
  }
}
