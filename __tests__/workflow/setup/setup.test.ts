import { describe, expect, it } from "vitest";
import { grantsByAddress } from "../../../src/access/declared-addresses.js";
import type { IdentityProvider } from "../../../src/catalog/identity-provider/identity-provider.js";
import type { ScimReport } from "../../../src/idp/scim/report.js";
import type { State } from "../../../src/terraform/state-json.js";
import { done, stopped } from "../../../src/workflow/ended.js";
import { gatherSetup, type SetupInput } from "../../../src/workflow/setup/gather.js";
import type { SetupItem } from "../../../src/workflow/setup/item.js";
import { setupItems } from "../../../src/workflow/setup/setup.js";
import type { SetupFacts } from "../../../src/workflow/setup/setup-facts.js";
import { catalogOf, groups } from "../../doubles/catalog.js";
import { directoryOf, managementAccountId } from "../../doubles/directory.js";
import { fakePorts, type World } from "../../doubles/ports.js";

const catalog = catalogOf({
  account_map_enabled: true,
  account_assignments: { root: groups({ Managers: ["ReadOnlyAccess"] }) },
  idp_groups: ["Developers"],
});
const input: SetupInput = {
  region: "us-east-1",
  file: "catalog/aws-sso.yaml",
  catalog,
  mistakes: [],
  provider: "okta",
  identityProvider: null,
  stack: "aws-sso",
  testScim: null,
  command: (...words) => ["identity", ...words].join(" "),
};
const directory = directoryOf({ syncedGroups: ["Managers", "Developers"], users: ["jo"] });
const bothFeatures = { trusted: true, features: ["RootCredentialsManagement", "RootSessions"] };
const world: World = { directory, rootAccess: bothFeatures };

const gather = (more: World = {}, changed: Partial<SetupInput> = {}): Promise<SetupFacts> =>
  gatherSetup(fakePorts({ ...world, ...more }), { ...input, ...changed });

const nextSteps = (...actions: readonly string[]) => [{ guideStep: null, actions, values: [] }];

/** The line of the checklist with this id. */
function line(facts: SetupFacts, id: string): SetupItem {
  const item = setupItems(facts).find((each) => each.id === id);
  if (item === undefined) throw new Error(`no item ${id}`);
  return item;
}

const failure = (code: string, message = "it is broken") =>
  stopped("failed", [{ code, severity: "error", message, span: null, hint: "mend it" }]);

function stateWith(addresses: readonly string[]): State {
  return { addresses: new Set(addresses), instanceArn: null, instanceArns: [], resources: [] };
}

const noTerraform = { code: "IDC510", message: "no terraform", hint: "get it", logFile: null, errors: [] };

const idp: IdentityProvider = {
  component: {
    name: "identity-provider",
    span: { file: "aws-sso.yaml", line: 1, column: 1, endLine: 1, endColumn: 2 },
  },
  provider: "okta",
  serviceProvider: null,
  scimEndpoint: "https://scim.us-east-1.amazonaws.com/abc/scim/v2",
  scimTokenExpiresOn: null,
  stack: {
    applicationName: "AWS",
    groups: null,
    backend: null,
    oktaOrgName: null,
    oktaBaseUrl: null,
    entraTenantId: null,
    entraProvisioning: false,
  },
};
const ends = (day: string): IdentityProvider => ({
  ...idp,
  scimTokenExpiresOn: { name: day, span: idp.component.span },
});
const answers: ScimReport = {
  verdict: "well",
  endpoint: idp.scimEndpoint ?? "",
  steps: [],
  groups: null,
  diagnostics: [],
};

describe("the checklist", () => {
  it("is done but for what no API tells and for the deploy, on a good organization", async () => {
    const items = setupItems(await gather());
    expect(items.map(({ id, status }) => [id, status])).toEqual([
      ["terraform", "done"],
      ["catalog", "done"],
      ["credentials", "done"],
      ["organization", "done"],
      ["instance", "done"],
      ["account", "done"],
      ["provider", "done"],
      ["identity-source", "done"],
      ["scim", "unknown"],
      ["groups", "done"],
      ["members", "done"],
      ["mfa", "unknown"],
      ["deployed", "todo"],
      ["sign-in", "unknown"],
      ["root-access", "done"],
    ]);
  });

  it("says what to do for everything that is to do, and for nothing that is done", async () => {
    const organizations: readonly World[] = [
      {},
      { directory: directoryOf({}) },
      { directory: directoryOf({ groups: ["managers"] }) },
      { directory: failure("IDC505"), rootAccess: { trusted: false, features: [] } },
      { organization: { managementAccountId, allFeatures: false } },
      { organization: failure("IDC507") },
      { callerAccountId: "100000000002" },
    ];
    for (const organization of organizations) {
      for (const item of setupItems(await gather(organization))) {
        expect([item.id, item.status === "todo" && item.next.length === 0]).toEqual([item.id, false]);
        expect([item.id, item.status === "done" && item.next.length > 0]).toEqual([item.id, false]);
        expect(item.found).toMatch(/^\S.*[^.]$/);
      }
    }
  });

  it("has every line even when nothing could be asked", async () => {
    const ports = fakePorts({
      terraformVersion: noTerraform,
    });
    const caller = async () => failure("IDC501", "no usable AWS credentials were found");
    const blind = { ...ports, aws: { ...ports.aws, caller } };
    const items = setupItems(
      await gatherSetup(blind, { ...input, catalog: null, mistakes: ["bad", "worse"], provider: null }),
    );
    expect(items.filter((item) => item.status === "todo").map(({ id, found }) => [id, found])).toEqual([
      ["terraform", "no terraform"],
      ["catalog", "catalog/aws-sso.yaml: bad, and 1 error more"],
      ["credentials", "no usable AWS credentials were found"],
      ["provider", "not chosen: what follows cannot say what to do in it"],
    ]);
    expect(items.filter((item) => item.status === "unknown").length).toBe(items.length - 4);
  });
});

describe("organization and instance", () => {
  it("an organization that only bills together cannot have Identity Center", async () => {
    const item = line(
      await gather({ organization: { managementAccountId, allFeatures: false } }),
      "organization",
    );
    expect([item.status, item.next[0]?.actions.join()]).toEqual([
      "todo",
      expect.stringContaining("enable-all-features"),
    ]);
  });

  it("an account outside of any organization has to make one; another failure is not known to be that", async () => {
    expect(line(await gather({ organization: failure("IDC507") }), "organization").status).toBe("todo");
    expect(line(await gather({ organization: failure("IDC504") }), "organization")).toMatchObject({
      status: "unknown",
      found: "it is broken",
      next: nextSteps("mend it"),
    });
  });

  it("Identity Center that is not enabled is to be enabled, with the steps of the guide", async () => {
    const { status, next } = line(await gather({ directory: failure("IDC505") }), "instance");
    expect([status, next[0], next[1]?.guideStep?.number]).toEqual(["todo", nextSteps("mend it")[0], 1]);
    expect(line(await gather({ directory: failure("IDC504") }), "instance").status).toBe("unknown");
  });

  it("a delegated administrator is told what it cannot do, and stopped by grants that need it", async () => {
    const delegated = await gather({ callerAccountId: "100000000002" });
    expect(line(delegated, "account")).toMatchObject({
      status: "todo",
      found: expect.stringContaining("1 grant there"),
    });
    const elsewhere = catalogOf({
      account_map_enabled: true,
      account_assignments: { dev: groups({ Managers: ["ReadOnlyAccess"] }) },
    });
    const harmless = await gather({ callerAccountId: "100000000002" }, { catalog: elsewhere });
    expect(line(harmless, "account")).toMatchObject({
      status: "done",
      found: expect.stringContaining("cannot grant in the management account"),
    });
  });
});

describe("identity source", () => {
  it("is external once SCIM made anything, to be connected when there is nobody, else unknown", async () => {
    expect(line(await gather(), "identity-source").found).toBe(
      "external: SCIM made 0 of 1 user and 2 of 2 groups",
    );
    const empty = line(await gather({ directory: directoryOf({}) }), "identity-source");
    expect([empty.status, empty.next.map((step) => step.guideStep?.number)]).toEqual(["todo", [2, 3, 4]]);
    const copied = { ...idp, serviceProvider: { entityId: "https://a", acsUrls: ["https://b"] } };
    const known = await gather({ directory: directoryOf({}) }, { identityProvider: copied });
    const steps = line(known, "identity-source").next;
    expect(steps.map((step) => step.guideStep?.number)).toEqual([3, 4]);
    expect(steps[0]?.values.map((value) => value.value)).toContain("https://b");
    const byHand = directoryOf({ groups: ["Managers"] });
    expect(line(await gather({ directory: byHand }), "identity-source").status).toBe("unknown");
  });
});

describe("SCIM", () => {
  it.each<readonly [string, Partial<SetupFacts>, string, RegExp]>([
    ["a good test", { scim: answers }, "done", /answers$/],
    [
      "a good test with a known end",
      { scim: answers, identityProvider: ends("2027-11-01") },
      "done",
      /ends on 2027-11-01$/,
    ],
    [
      "a failed test",
      {
        scim: {
          ...answers,
          verdict: "failed",
          diagnostics: [
            { code: "IDC731", severity: "error", message: "the token is refused", span: null, hint: null },
          ],
        },
      },
      "todo",
      /^the token is refused$/,
    ],
    ["a token that ended", { identityProvider: ends("2026-11-23") }, "todo", /ended on 2026-11-23/],
    ["a token on its last day", { identityProvider: ends("2026-11-24") }, "todo", /ends on 2026-11-24/],
    ["a token that ends in 30 days", { identityProvider: ends("2026-12-24") }, "todo", /ends on 2026-12-24/],
    [
      "a token that ends later",
      { identityProvider: ends("2026-12-25") },
      "unknown",
      /the token ends on 2026-12-25$/,
    ],
    [
      "nothing made by it, though the token ends soon",
      { directory: done(directoryOf({ groups: ["Managers"] })), identityProvider: ends("2026-11-30") },
      "todo",
      /no user and no group/,
    ],
    [
      "nothing made by it",
      { directory: done(directoryOf({ groups: ["Managers"] })) },
      "todo",
      /no user and no group/,
    ],
  ])("%s", async (_what, facts, status, found) => {
    const item = line({ ...(await gather()), ...facts }, "scim");
    expect([item.status, item.found]).toEqual([status, expect.stringMatching(found)]);
  });

  it("is tested when there is a token, and only then", async () => {
    const facts = await gather({}, { testScim: async () => answers, identityProvider: idp });
    expect(facts.scim).toBe(answers);
    expect((await gather({}, { identityProvider: idp })).scim).toBeNull();
  });
});

describe("required groups", () => {
  it("a missing one is named, with the one that was meant", async () => {
    const other = directoryOf({ syncedGroups: ["managers", "Developers"] });
    const item = line(await gather({ directory: other }), "groups");
    expect(item.found).toBe('missing: Managers (there is "managers", and names are case-sensitive)');
    const near = directoryOf({ syncedGroups: ["Manager", "Developers"] });
    expect(line(await gather({ directory: near }), "groups").found).toBe(
      'missing: Managers (there is "Manager")',
    );
  });

  it("one made by hand is wrong where the provider pushes groups, and normal with Google", async () => {
    const mixed = { directory: directoryOf({ groups: ["Managers"], syncedGroups: ["Developers"] }) };
    const okta = line(await gather(mixed), "groups");
    expect([okta.status, okta.found]).toEqual([
      "todo",
      expect.stringContaining("SCIM did not make Managers"),
    ]);
    expect(line(await gather(mixed, { provider: "google" }), "groups").status).toBe("done");
  });

  it("a group without people is to do, and groups that are missing have nobody to count", async () => {
    const members = new Map([
      ["g-Managers", 0],
      ["g-Developers", 2],
    ]);
    expect(line(await gather({ members }), "members").found).toBe("nobody is in Managers");
    const none = line(await gather({ directory: directoryOf({}) }), "members");
    expect(none.status).toBe("unknown");
  });
});

describe("deployed", () => {
  it("counts the grants that the state lacks", async () => {
    const facts = await gather();
    const model = facts.model?.ok ? facts.model.value : null;
    const declared = [...grantsByAddress(model ?? { grants: [] }).keys()];
    expect(declared.length).toBe(1);
    const deployed = (addresses: readonly string[]) =>
      line({ ...facts, state: done(stateWith(addresses)) }, "deployed");
    expect(deployed([])).toMatchObject({ status: "todo", found: "nothing yet of 1 grant" });
    expect(deployed(["aws_ssoadmin_permission_set.x"]).found).toBe("not in the state: 1 of 1 grant");
    expect(deployed(declared).status).toBe("done");
    expect(line({ ...facts, state: failure("IDC520") }, "deployed")).toMatchObject({
      status: "unknown",
      next: nextSteps("mend it"),
    });
  });
});

describe("root access", () => {
  it("names exactly the commands that are missing", async () => {
    const next = async (trusted: boolean, features: readonly string[]) =>
      line(await gather({ rootAccess: { trusted, features } }), "root-access").next[0]?.actions ?? [];
    expect((await next(false, [])).length).toBe(4);
    expect(await next(true, ["RootSessions"])).toEqual([
      "in the management account, run:",
      "`aws iam enable-organizations-root-credentials-management`",
    ]);
    const refused = line(await gather({ rootAccess: failure("IDC508") }), "root-access");
    expect([refused.status, refused.found]).toEqual(["unknown", "it is broken"]);
  });
});
