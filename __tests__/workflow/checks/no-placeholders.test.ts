import { describe, expect, it } from "vitest";
import { noPlaceholders } from "../../../src/workflow/checks/no-placeholders.js";
import { accountMap } from "../../doubles/catalog.js";
import { account, directoryOf } from "../../doubles/directory.js";
import { factsOf } from "../../doubles/facts.js";

const messages = (vars: Readonly<Record<string, unknown>>, isLoopback = false) =>
  noPlaceholders(
    factsOf(vars, directoryOf({ accounts: [account("100000000002", "dev")] }), { isLoopback }),
  ).map((d) => d.message);
const backend = (bucket: string, role: string) => ({
  tf_access_bucket_arn: bucket,
  tf_access_role_arn: role,
});

describe("noPlaceholders", () => {
  it.each(["111111111111", "111111111112", "000000000000", "123456789012"])("refuses account id %s", (id) => {
    expect(messages({ account_map: accountMap({ dev: id }) })).toEqual([
      `account id ${id} of "dev" is a placeholder`,
    ]);
  });

  it.each(["100000000002", "222222222233", "123456789013"])("accepts account id %s", (id) => {
    expect(messages({ account_map: accountMap({ dev: id }) })).toEqual([]);
  });

  it("refuses example names and example accounts in the ARNs of a backend", () => {
    const bucket = "arn:aws:s3:::acme-core-tfstate";
    const role = "arn:aws:iam::111111111111:role/tfstate";
    expect(messages(backend(bucket, role)).sort()).toEqual([
      `"${role}" is a placeholder`,
      `"${bucket}" is a placeholder`,
    ]);
  });

  it("does not take part of a word for a placeholder", () => {
    expect(
      messages(backend("arn:aws:s3:::pacmen-examples-tfstate", "arn:aws:iam::100000000002:role/x")),
    ).toEqual([]);
  });

  it("lets them all through to an endpoint on this machine", () => {
    const vars = {
      account_map: accountMap({ dev: "111111111111" }),
      ...backend("arn:aws:s3:::acme-tfstate", "arn:aws:iam::111111111111:role/x"),
    };
    expect(messages(vars)).toHaveLength(3);
    expect(messages(vars, true)).toEqual([]);
  });
});
