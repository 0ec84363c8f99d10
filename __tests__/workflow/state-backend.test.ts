import { describe, expect, it } from "vitest";
import type { Backend } from "../../src/access/model.js";
import { isLoopbackUrl } from "../../src/directory/loopback.js";
import { stateBackend } from "../../src/workflow/state-backend.js";
import { catalogOf } from "../doubles/catalog.js";
import { fakePorts } from "../doubles/ports.js";

const bucket: Backend = { type: "s3", config: { bucket: "acme" } };
const local: Backend = { type: "local", path: "states/a.tfstate" };
const s3 = (more: Readonly<Record<string, unknown>>): Backend => ({
  type: "s3",
  config: { bucket: "b", ...more },
});
const here = "http://127.0.0.1:9000";
const there = "https://s3.eu-central-1.amazonaws.com";

/** What a workflow uses: of a catalog, of `--backend` (undefined: not given), and where AWS is. */
const chosen = (catalog: Backend | null, given: Backend | null | undefined, isLoopback: boolean) => {
  const ports = fakePorts({ isLoopback, given: given === undefined ? null : { backend: given } });
  const ended = stateBackend(ports, { ...catalogOf({}), backend: catalog });
  return ended.ok ? ended.value : `${ended.why} ${ended.diagnostics.map((d) => d.code).join()}`;
};

describe("where the state is kept", () => {
  it.each([
    ["the catalog says nothing", null, undefined, null],
    ["the catalog says it", bucket, undefined, bucket],
    ["the file says another one", bucket, s3({ key: "k" }), s3({ key: "k" })],
    ["the file says local", bucket, null, null],
    ["a local path", local, undefined, { type: "local", path: "../../../states/a.tfstate" }],
  ] as const)("%s", (_, catalog, given, expected) => {
    expect(chosen(catalog, given, false)).toEqual(expected);
  });

  it("leaves the catalog's backend alone with an endpoint on this machine", () => {
    expect([chosen(bucket, undefined, true), chosen(local, undefined, true)]).toEqual([null, null]);
  });

  it.each([
    ["the project's own state", null, true],
    ["a local state", local, true],
    ["a bucket", bucket, false],
    ["a bucket behind an address of this machine", s3({ endpoints: { s3: here } }), true],
    ["the same, written as of old", s3({ endpoint: here }), true],
    ["a bucket behind another address", s3({ endpoints: { s3: there } }), false],
    ["only some other endpoint", s3({ endpoints: { sts: here } }), false],
    ["locks in DynamoDB of AWS", s3({ endpoints: { s3: here }, dynamodb_table: "t" }), false],
    ["locks in DynamoDB here", s3({ endpoints: { s3: here, dynamodb: here }, dynamodb_table: "t" }), true],
    ["HCP Terraform", { type: "cloud", config: { organization: "acme" } }, false],
    ["Terraform Enterprise", { type: "cloud", config: { hostname: "tfe.acme.com" } }, false],
    ["one on this machine", { type: "cloud", config: { hostname: "localhost:8443" } }, true],
  ] as readonly (readonly [string, Backend | null, boolean])[])(
    "with an endpoint on this machine, --backend with %s: %s",
    (_, given, isUsed) => {
      const result = chosen(bucket, given, true);
      if (isUsed) expect(result === null ? null : result).not.toBe("refused IDC535");
      else expect(result).toBe("refused IDC535");
    },
  );
});

describe("an address of this machine", () => {
  it.each([here, "https://localhost", "http://[::1]:1", "http://127.1.2.3"])("%s", (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  });

  it.each([there, "http://localhost.acme.com", "127.0.0.1", "", null, undefined, 1])("not %s", (url) => {
    expect(isLoopbackUrl(url)).toBe(false);
  });
});
