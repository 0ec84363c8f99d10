import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import type { AwsClients } from "./clients.js";

/** Whose credentials are in use. */
export interface Caller {
  /** 12 digits. */
  readonly accountId: string;
  readonly arn: string;
}

/** Source: sts `GetCallerIdentity`, which needs no permission. */
export async function readCaller({ sts }: AwsClients): Promise<Caller> {
  const { Account, Arn } = await sts.send(new GetCallerIdentityCommand({}));
  return { accountId: Account ?? "", arn: Arn ?? "" };
}
