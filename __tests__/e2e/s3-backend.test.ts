import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { identity } from "../doubles/shell.js";
import { startAws } from "./aws.js";
import { cleanEnv, credentialsFor, exits } from "./identity.js";
import { catalogText, createProject } from "./project.js";
import { startS3 } from "./s3-double.js";

const state = "acme-tfstate/identity/aws-sso.tfstate";
const catalog = catalogText({
  accounts: { "plat-dev": "111111111101" },
  sets: {
    Look: { description: "look", managed_policies: ["ReadOnlyAccess"] },
  },
  assignments: {},
});

/** As Terraform 1.11.4 leaves it behind when it is killed. */
const lock = {
  ID: "2dc25e32-f8b6-f1f9-deee-a58cd5df9b93",
  Operation: "OperationTypeApply",
  Info: "",
  Who: "ci@runner-7",
  Version: "1.11.4",
  Created: "2026-11-24T13:40:57.389350799Z",
  Path: state,
};

it("keeps the state in a bucket, locks it there, and releases the lock of a dead run", async () => {
  const [aws, s3] = [await startAws(), await startS3()];
  onTestFinished(() => s3.close());
  const project = await createProject(aws.url, catalog);
  const settings = {
    bucket: "acme-tfstate",
    key: "identity/aws-sso.tfstate",
    region: "us-east-1",
    endpoints: { s3: s3.url },
    use_path_style: true,
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_requesting_account_id: true,
  };
  const file = JSON.stringify({ backend_type: "s3", backend: { s3: settings } });
  await writeFile(join(project.folder, "backend.yaml"), file);
  const backend = ["--backend", "backend.yaml"];

  const planned = exits(await project.identity("plan", ...backend), 2);
  const command = /Apply exactly this with: identity (apply \S+ --backend backend\.yaml)$/m.exec(
    planned.stdout,
  );
  expect(s3.requests).toContain(`PUT ${state}.tflock`);
  expect([...s3.objects.keys()]).toEqual([]);
  expect(exits(await project.identity("apply"), 4).stderr).toContain("error IDC534");
  exits(await project.identity(...(command?.[1] ?? "").split(" ")), 0);
  expect([...s3.objects.keys()]).toEqual([state]);
  expect(s3.objects.get(state)).toContain('"aws_ssoadmin_permission_set"');
  expect(await project.files(".identity/state")).toEqual([]);

  s3.objects.set(`${state}.tflock`, JSON.stringify(lock));
  expect(exits(await project.identity("plan", ...backend), 1).stderr).toContain(
    `error IDC514: the state is locked by ci@runner-7 since 2026-11-24 13:40:57 UTC (apply), lock id ${lock.ID}`,
  );
  expect(exits(await project.identity("unlock", ...backend), 4).stderr).toContain(
    'run "identity unlock --backend backend.yaml" in a terminal',
  );
  expect(s3.objects.has(`${state}.tflock`)).toBe(true);

  const env = cleanEnv(project.folder, credentialsFor(aws.url));
  const unlock = () =>
    identity(project.folder, ["unlock", ...backend, "--format", "json"], { env, ask: async () => "yes" });
  const released = await unlock();
  expect([released.code, JSON.parse(released.out)]).toEqual([
    0,
    {
      version: 1,
      locked: true,
      lock: { id: lock.ID, who: lock.Who, since: "2026-11-24 13:40:57 UTC", operation: "apply" },
      released: true,
    },
  ]);
  expect([...s3.objects.keys()]).toEqual([state]);
  const again = await unlock();
  expect([again.code, JSON.parse(again.out)]).toEqual([
    0,
    { version: 1, locked: false, lock: null, released: false },
  ]);
  expect(await project.files(".identity/runs")).not.toContain(expect.stringContaining("backend.tf.json"));
});
