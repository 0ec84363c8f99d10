import { copyFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { CreateAccountAssignmentCommand, CreatePermissionSetCommand } from "@aws-sdk/client-sso-admin";
import { expect, it } from "vitest";
import { openAws } from "../../src/cli/ports/aws.js";
import { inParallel } from "../../src/directory/in-parallel.js";
import { asObjects, type JsonObject } from "../../src/terraform/json.js";
import { readPlan } from "../../src/terraform/plan-json.js";
import { readState, type State } from "../../src/terraform/state-json.js";
import { chooseRefresh } from "../../src/workflow/bulk-refresh/choose-refresh.js";
import { type Aws, startAws } from "./aws.js";
import { type Drift, dev, seen, unseen, viewOnly } from "./drift.js";
import { cleanEnv, credentialsFor, exits, start } from "./identity.js";
import { catalogText, createProject, groups, type Project } from "./project.js";

const prod = "333333333334";
const look = {
  description: "Look at things",
  session_duration: "PT4H",
  tags: { team: "x" },
  managed_policies: [viewOnly],
  customer_managed_policies: [{ name: "Extra", path: "/own/" }],
  inline_policy: {
    Version: "2012-10-17",
    Statement: [{ Sid: "See", Effect: "Allow", Action: ["s3:ListAllMyBuckets"], Resource: "*" }],
  },
  permissions_boundary: { managed_policy: viewOnly },
};
const base = {
  accounts: { "plat-dev": dev, "plat-prod": prod },
  groups: ["Auditors"],
  sets: { Look: look, Plain: {} },
  assignments: { "plat-dev": groups({ Developers: ["Look", "Plain"], Auditors: ["Look"] }) },
};
/** With a grant less, a grant more that somebody has made by hand already, and other values. */
const later = catalogText({
  ...base,
  sets: { Look: look, Plain: { description: "Plain", managed_policies: [viewOnly] }, ByHandToo: {} },
  assignments: {
    "plat-dev": groups({ Developers: ["Look"], Auditors: ["Look", "Plain"] }),
    "plat-prod": groups({ DevOps: ["ByHandToo"] }),
  },
});

it("plans in bulk what a full refresh plans, whatever was changed by hand", async () => {
  const project = await createProject(null, catalogText(base));
  const world = join(project.folder, "world.json");
  const before = await startAws({ statePath: world });
  exits(
    await project
      .withEnv(credentialsFor(before.url))
      .identity("deploy", "--auto-approve", "--refresh", "bulk"),
    0,
  );
  await makeByHand(before);
  await project.writeCatalog(later);
  const planned = exits(
    await project.withEnv(credentialsFor(before.url)).identity("plan", "--refresh", "bulk"),
    2,
  );
  expect(planned.stderr).toMatch(/Comparing the state with AWS · it is what AWS has/);
  const [, run = ""] = (await readdir(join(project.folder, ".identity/runs"))).sort();
  expect(JSON.parse(await project.read(`.identity/runs/${run}/run.json`)).refresh).toBe("bulk");
  const plan: JsonObject = JSON.parse(await project.read(`.identity/runs/${run}/plan.json`));
  const bulk = essence(plan);
  expect(bulk.changes.map(actionsOf)).toEqual(
    expect.arrayContaining(["create", "update", "delete", "import"]),
  );
  await before.close();

  const folder = join(project.folder, ".identity/runs", run);
  const state = stateBefore(plan);
  /** The same world with something else done to it by hand, each time. */
  const drifted = async (drifts: readonly Drift[], name: string): Promise<Aws> => {
    const statePath = join(project.folder, `${name}.json`);
    await copyFile(world, statePath);
    const aws = await startAws({ statePath });
    for (const drift of drifts) await drift(aws);
    return aws;
  };

  // Each kind is noticed alone, not only in company.
  const alone = Object.entries(seen).map(async ([kind, drift], n) => {
    const { refresh } = await decide(await drifted([drift], `alone-${n}`), state);
    return [kind, refresh];
  });
  expect(await Promise.all(alone)).toEqual(Object.keys(seen).map((kind) => [kind, "full"]));

  await inParallel([...rounds(20261124).entries()], 2, async ([n, kinds]) => {
    const drifts = kinds.map((kind) => (seen[kind] ?? unseen[kind]) as Drift);
    const aws = await drifted(drifts, `round-${n}`);
    const { refresh, said } = await decide(aws, state);
    const out = join(project.folder, `round-${n}.tfplan`);
    await terraform(project, folder, aws.url, ["plan", "-refresh=true", "-lock=false", `-out=${out}`]);
    const full = essence(JSON.parse(await terraform(project, folder, aws.url, ["show", "-json", out])));
    const because = `${kinds.join(", ") || "nothing"}: ${said}`;
    if (kinds.some((kind) => kind in seen)) {
      expect([because, refresh]).toEqual([because, "full"]);
      expect(full, because).not.toEqual(bulk);
    } else {
      expect([because, refresh]).toEqual([because, "bulk"]);
      expect(full, because).toEqual(bulk);
    }
  });
});

/** What happens before each plan: nothing, all that nobody sees, and then everything that can be seen, by chance in halves. */
function rounds(seed: number): readonly (readonly string[])[] {
  const random = mulberry32(seed);
  const shuffled = (kinds: readonly string[]) =>
    kinds
      .map((kind) => [random(), kind] as const)
      .sort(([a], [b]) => a - b)
      .map(([, kind]) => kind);
  const hidden = shuffled(Object.keys(unseen));
  // Of the two changes of the boundary the later one would undo the earlier.
  const open = shuffled(Object.keys(seen).filter((kind) => kind !== "boundary gone"));
  const half = Math.ceil(open.length / 2);
  const parts = [open.slice(0, half), open.slice(half)];
  return [[], hidden, ...parts.map((part, n) => [...part, ...hidden.slice(n, n + 1)])];
}

/** The state that a plan without a refresh began from. */
function stateBefore(json: JsonObject): State {
  const imported = new Set(readPlan(json).changes.flatMap((c) => (c.importId === null ? [] : [c.address])));
  const state = readState(json["prior_state"] as JsonObject);
  return { ...state, resources: state.resources.filter((resource) => !imported.has(resource.address)) };
}

/** A small generator of numbers from 0 to 1, the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function makeByHand(aws: Aws): Promise<void> {
  const InstanceArn = aws.instanceArn;
  const made = await aws.sso.send(new CreatePermissionSetCommand({ InstanceArn, Name: "ByHandToo" }));
  await aws.sso.send(
    new CreateAccountAssignmentCommand({
      InstanceArn,
      PermissionSetArn: made.PermissionSet?.PermissionSetArn,
      TargetId: prod,
      TargetType: "AWS_ACCOUNT",
      PrincipalType: "GROUP",
      PrincipalId: (await aws.groups()).get("DevOps"),
    }),
  );
}

/** What `--refresh bulk` comes to, and what it says. */
async function decide(aws: Aws, state: State) {
  const env = credentialsFor(aws.url);
  const port = await openAws("us-east-1", env, true, { file: "no-such-folder/reading", now: () => 0 });
  try {
    const directory = await port.directory(false, () => {});
    if (!directory.ok) throw new Error(JSON.stringify(directory.diagnostics));
    let said = "";
    const step = () => ({
      update() {},
      fail() {},
      end(text: string) {
        said = text;
      },
    });
    const { refresh } = await chooseRefresh({ aws: port, step }, "bulk", directory.value, state);
    return { refresh, said };
  } finally {
    port.close();
  }
}

async function terraform(project: Project, folder: string, url: string, args: readonly string[]) {
  const env = { ...credentialsFor(url), TF_DATA_DIR: join(project.folder, ".identity/terraform/aws-sso") };
  return exits(await start("terraform", args, folder, cleanEnv(project.folder, env)).ended, 0).stdout;
}

interface Essence {
  readonly changes: readonly JsonObject[];
  readonly outputs: unknown;
}

/** What a plan will do, without the order, and with empty tags for none: a refresh makes them that. */
function essence(plan: JsonObject): Essence {
  const text = JSON.stringify(plan, (key, value) => (key === "tags" && value === null ? {} : value));
  const { resource_changes, output_changes } = JSON.parse(text);
  const changes = asObjects(resource_changes).map((it) => {
    const { before_sensitive: _b, after_sensitive: _a, ...change } = it["change"] as JsonObject;
    return { ...it, change };
  });
  const key = (it: JsonObject) => `${it["address"]} ${it["deposed"]}`;
  return { changes: changes.sort((a, b) => (key(a) < key(b) ? -1 : 1)), outputs: output_changes };
}

function actionsOf(change: JsonObject): string {
  const { actions, importing } = change["change"] as { actions: readonly string[]; importing?: object };
  return importing === undefined ? actions.join() : "import";
}
