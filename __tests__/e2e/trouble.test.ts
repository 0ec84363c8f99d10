import { expect, it } from "vitest";
import { startAws } from "./aws.js";
import { catalogText, createProject, groups } from "./project.js";

const catalog = catalogText({
  accounts: { "plat-dev": "333333333331", "plat-prod": "333333333334" },
  sets: { Look: { description: "Look at things" } },
  assignments: {
    "plat-dev": groups({ Developers: ["Look", "ReadOnlyAccess"] }),
    "plat-prod": groups({ Developers: ["Look"] }),
  },
});

it("deploys through AWS's request rates, throttling and conflicts", async () => {
  const aws = await startAws({ throttle: true, latencyMs: 1000 });
  const project = await createProject(aws.url, catalog);
  await aws.fail("CreateAccountAssignment", "ThrottlingException", 3);
  await aws.fail("CreateAccountAssignment", "ConflictException", 1);
  await aws.fail("CreatePermissionSet", "ThrottlingException", 2);
  await aws.fail("AttachManagedPolicyToPermissionSet", "ConflictException", 1);
  const deployed = await project.identity("deploy", "--auto-approve");
  expect(deployed).toMatchObject({ code: 0 });
  expect(deployed.stdout).toContain("deployed, and planned again: no changes\n");
  expect(await aws.assignments()).toEqual([
    "333333333331 Developers Look",
    "333333333331 Developers ReadOnlyAccess",
    "333333333334 Developers Look",
  ]);
});
