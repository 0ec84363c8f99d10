import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { startAws } from "./aws.js";
import { cleanEnv, credentialsFor, exits, repository, start, temporaryFolder } from "./identity.js";
import { catalogText, groups, projectIn } from "./project.js";

const access = catalogText({
  accounts: { "plat-dev": "333333333331" },
  sets: {},
  assignments: { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) },
});
const provider = {
  provider: "okta",
  service_provider: {
    entity_id: "https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890",
    acs_urls: ["https://us-east-1.signin.aws/platform/saml/acs/11111111-2222-3333-4444-555555555555"],
  },
};

/** Two stacks: without the name of one, cdktf itself would ask which is meant. */
function catalog(): string {
  const file = JSON.parse(access);
  file.components.terraform["identity-provider"] = { vars: provider };
  return JSON.stringify(file);
}

it("cdktf deploy does what identity does, in the same state", async () => {
  const aws = await startAws();
  const folder = await copyOfTheProject();
  const env = { ...credentialsFor(aws.url), IDENTITY_CATALOG: "small.yaml" };
  const project = projectIn(folder, env);
  await writeFile(join(folder, "small.yaml"), catalog());

  const args = ["scripts/cdktf.mjs", "deploy", "--auto-approve"];
  exits(await start(process.execPath, args, folder, cleanEnv(folder, env)).ended, 0);
  expect(await aws.assignments()).toEqual(["333333333331 Developers ReadOnlyAccess"]);

  expect(await project.files("cdktf.out/stacks/okta")).toContain("cdk.tf.json");
  expect(await project.files("cdktf.out/stacks/okta")).not.toContain(".terraform");
  const stack = "cdktf.out/stacks/aws-sso";
  const text = await project.read(join(stack, "cdk.tf.json"));
  expect(JSON.parse(text).terraform.backend).toEqual({
    local: { path: "../../../.identity/state/aws-sso.tfstate" },
  });
  expect(text).not.toContain(folder);
  expect(text).not.toContain(repository);
  expect(await project.files(".identity/state")).toContain("aws-sso.tfstate");
  const committed = await readFile(join(repository, "terraform.lock.hcl"), "utf8");
  expect(await project.read(join(stack, ".terraform.lock.hcl"))).toBe(committed);

  const planned = exits(await project.identity("plan"), 0);
  expect(planned.stdout).toBe("no changes: AWS has what the catalog says\n");
});

/** A clone, with what is not committed yet, and the dependencies and the build of this folder. */
async function copyOfTheProject(): Promise<string> {
  const { path, remove } = await temporaryFolder();
  onTestFinished(remove);
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: repository,
    encoding: "utf8",
  });
  const files = listed.split("\0").filter((file) => file !== "" && !file.startsWith("__tests__/"));
  for (const file of files.filter((file) => existsSync(join(repository, file)))) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await cp(join(repository, file), join(path, file));
  }
  await cp(join(repository, "dist"), join(path, "dist"), { recursive: true });
  await symlink(join(repository, "node_modules"), join(path, "node_modules"));
  return path;
}
