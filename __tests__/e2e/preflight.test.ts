import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import type { Seed } from "../../src/sandbox/seed.js";
import { useAws } from "./aws.js";
import { exits } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const root = "111111111111";
const seed: Seed = {
  managementAccount: root,
  accounts: [
    { id: root, name: "core-root", ou: "/" },
    { id: "333333333331", name: "plat-dev", ou: "/" },
    { id: "333333333332", name: "plat-old", ou: "/", status: "SUSPENDED" },
    { id: "333333333334", name: "plat-prod", ou: "/" },
  ],
  groups: ["devops", "Developers"],
  users: [{ userName: "jane@example.com", groups: [] }],
};

const mistakes = `components:
  terraform:
    aws-sso:
      vars:
        enabled: true
        region: us-east-1
        account_map:
          full_account_map:
            core-root: "${root}"
            plat-dev: "333333333334"
            plat-old: "333333333332"
        idp_groups: [Managers]
        account_assignments:
          core-root:
            groups:
              DevOps: { permission_sets: [ReadOnlyAccess] }
          plat-dev:
            groups:
              DevOps: { permission_sets: [ReadOnlyAccess] }
            users:
              Jane@example.com: { permission_sets: [ReadOnlyAccess] }
          plat-old:
            groups:
              Developers: { permission_sets: [ReadOnlyAccess] }
`;

const aws = useAws({ seed });

it("names every mistake at once, writes nothing, and says the same in JSON", async () => {
  const project = await createProject(aws().url, mistakes);
  const result = exits(await project.identity("preflight", "--format", "json"), 4);
  const { version, diagnostics } = JSON.parse(result.stdout);
  expect(version).toBe(1);
  const told = diagnostics.map((d: { code: string; line: number; message: string }) => [
    d.code,
    d.line,
    d.message,
  ]);
  expect(told).toEqual([
    ["IDC403", 10, 'account 333333333334 is "plat-dev" here and "plat-prod" in AWS Organizations'],
    ["IDC403", 11, 'account 333333333332 ("plat-old") is suspended'],
    ["IDC401", 12, 'group "Managers" does not exist in Identity Center'],
    [
      "IDC401",
      16,
      'group "DevOps" does not exist in Identity Center - "devops" does, and names are case-sensitive',
    ],
    [
      "IDC402",
      21,
      'user "Jane@example.com" does not exist in Identity Center - "jane@example.com" does, and names are case-sensitive',
    ],
  ]);
  expect(result.stderr).toContain("also used at line 19");
  expect(await aws().assignments()).toEqual([]);
  expect([...(await aws().sets()).keys()]).toEqual([]);
  expect(await project.files(".identity/runs")).toEqual([]);

  expect(exits(await project.identity("plan"), 4).stdout).toBe("");
  expect(exits(await project.identity("deploy", "--auto-approve"), 4).stdout).toBe("");
  expect(await aws().requests("sso-admin.CreatePermissionSet")).toBe(0);
});

const inRoot = catalogText({
  accounts: { "core-root": root },
  sets: {},
  assignments: { "core-root": groups({ Developers: ["ReadOnlyAccess"] }) },
});

it("refuses what a delegated administrator cannot grant", async () => {
  const delegated = await asAccount(aws().url, "333333333331");
  const project = await createProject(delegated, inRoot);
  const result = exits(await project.identity("preflight"), 4);
  expect(result.stderr).toContain(
    `error IDC404: 1 grant in the management account ${root}, but these credentials are of 333333333331`,
  );
});

it("says when everything is ready", async () => {
  const project = await createProject(aws().url, inRoot);
  const result = exits(await project.identity("preflight"), 0);
  expect(result.stdout).toContain(`ready to plan: ${aws().instanceArn} in us-east-1`);
});

/** The endpoint as another account sees it: a proxy that changes nothing but who the caller is. */
async function asAccount(url: string, account: string): Promise<string> {
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    const { host: _host, connection: _connection, "content-length": _length, ...headers } = request.headers;
    const answer = await fetch(url, { method: "POST", body, headers: headers as Record<string, string> });
    const text = await answer.text();
    const asked = body.includes("Action=GetCallerIdentity");
    const type = answer.headers.get("content-type") ?? "";
    response.writeHead(answer.status, { "content-type": type });
    response.end(asked ? text.replaceAll(root, account) : text);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
