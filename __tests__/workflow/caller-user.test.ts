import { describe, expect, it } from "vitest";
import { type ReservedSession, readCallerUser, reservedSession } from "../../src/workflow/caller-user.js";
import { done, stopped } from "../../src/workflow/ended.js";
import { directoryOf } from "../doubles/directory.js";
import { fakePorts, type World } from "../doubles/ports.js";

const accountId = "100000000001";
const hash = "0123456789abcdef";
const arnOf = (role: string, partition = "aws") => `arn:${partition}:sts::${accountId}:assumed-role/${role}`;
const read = (arn: string) => reservedSession({ accountId, arn });

describe("reservedSession", () => {
  it.each<[string, ReservedSession]>([
    [
      arnOf(`AWSReservedSSO_AdministratorAccess_${hash}/jo@example.com`),
      { permissionSet: "AdministratorAccess", userName: "jo@example.com", accountId },
    ],
    [
      arnOf(`AWSReservedSSO_a_b_${hash}_${hash}/jo`, "aws-us-gov"),
      { permissionSet: `a_b_${hash}`, userName: "jo", accountId },
    ],
  ])("reads %s", (arn, session) => {
    expect(read(arn)).toEqual(session);
  });

  it.each([
    "",
    `arn:aws:iam::${accountId}:user/jo`,
    `arn:aws:iam::${accountId}:root`,
    arnOf("deploy/jo"),
    arnOf(`AWSReservedSSO_Admin_${hash}`),
    arnOf(`AWSReservedSSO_Admin_${hash}/`),
    arnOf("AWSReservedSSO_Admin_0123/jo"),
    arnOf(`AWSReservedSSO_${hash}/jo`),
    arnOf(`xAWSReservedSSO_Admin_${hash}/jo`),
    arnOf(`a/AWSReservedSSO_Admin_${hash}/jo`),
    `x${arnOf(`AWSReservedSSO_Admin_${hash}/jo`)}`,
  ])("is null for %j", (arn) => {
    expect(read(arn)).toBeNull();
  });
});

describe("readCallerUser", () => {
  const session = arnOf(`AWSReservedSSO_Admin_${hash}/jo`);
  const found = (world: World, arn = session) =>
    readCallerUser(fakePorts(world).aws, { accountId, arn }, directoryOf({ users: ["ann", "jo"] }));

  it("has the user with id, groups, set and account", async () => {
    const memberships = new Map([
      ["u-jo", ["g-1", "g-2"]],
      ["u-ann", ["g-3"]],
    ]);
    const user = {
      userId: "u-jo",
      userName: "jo",
      groupIds: ["g-1", "g-2"],
      permissionSet: "Admin",
      accountId,
    };
    expect(await found({ memberships })).toEqual(done({ user, diagnostics: [] }));
  });

  it("asks nothing and says nothing for other credentials", async () => {
    const memberships = stopped("failed", []);
    expect(await found({ memberships }, arnOf("deploy/jo"))).toEqual(done({ user: null, diagnostics: [] }));
  });

  it("warns when the groups may not be read", async () => {
    const denied = {
      code: "IDC504",
      severity: "error",
      message: "access denied: x",
      span: null,
      hint: "add it",
    } as const;
    expect(await found({ memberships: stopped("failed", [denied]) })).toEqual(
      done({
        user: null,
        diagnostics: [
          {
            code: "IDC427",
            severity: "warning",
            message:
              'cannot tell which groups "jo" is in, so the guard own-access is not active: access denied: x',
            span: null,
            hint: "add it",
          },
        ],
      }),
    );
  });

  it("warns when there is no such user", async () => {
    const result = await found({}, arnOf(`AWSReservedSSO_Admin_${hash}/eve`));
    expect(result).toMatchObject({
      value: {
        user: null,
        diagnostics: [{ code: "IDC427", message: expect.stringContaining("no such user"), hint: null }],
      },
    });
  });

  it("fails on everything else", async () => {
    const failure = stopped("failed", [
      { code: "IDC506", severity: "error", message: "unreachable", span: null, hint: null },
    ]);
    expect(await found({ memberships: failure })).toEqual(failure);
  });
});
