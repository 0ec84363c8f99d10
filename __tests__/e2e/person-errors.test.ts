import { chmod, mkdir, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { useAws } from "./aws.js";
import { exits, type Result } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const catalog = catalogText({
  accounts: { "plat-dev": "333333333331" },
  sets: {},
  assignments: { "plat-dev": groups({ Developers: ["ReadOnlyAccess"] }) },
});

/** The one message and what to do about it; fails on anything that looks like a stack trace. */
function messageOf({ stderr, stdout }: Result): string {
  expect(stdout).toBe("");
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.match(/error IDC/g)).toHaveLength(1);
  return stderr.slice(stderr.indexOf("error IDC"));
}

describe("one clear message for", () => {
  const aws = useAws();

  it("no terraform on PATH, said before anything is read", async () => {
    const project = await createProject(aws().url, catalog);
    const bin = join(project.folder, "bin");
    await mkdir(bin);
    await symlink(process.execPath, join(bin, "node"));
    const before = await aws().requests("sts.GetCallerIdentity");
    const result = exits(await project.withEnv({ PATH: bin }).identity("plan"), 1);
    expect(messageOf(result)).toMatch(
      /^error IDC511: terraform is not installed, or not on PATH\n {2}→ install it/,
    );
    expect(await aws().requests("sts.GetCallerIdentity")).toBe(before);
  });

  it("a terraform that is too old", async () => {
    const project = await createProject(aws().url, catalog);
    const fake = join(project.folder, "terraform");
    await writeFile(fake, `#!/bin/sh\necho '{"terraform_version":"1.5.7"}'\n`);
    await chmod(fake, 0o755);
    const PATH = `${project.folder}${delimiter}${process.env["PATH"]}`;
    const result = exits(await project.withEnv({ PATH }).identity("plan"), 1);
    expect(messageOf(result)).toContain("error IDC512: terraform 1.5.7 is too old");
  });

  it("an endpoint where nothing listens", async () => {
    const project = await createProject("http://127.0.0.1:9", catalog);
    const result = exits(await project.identity("plan"), 1);
    expect(messageOf(result)).toContain(
      "error IDC506: cannot reach http://127.0.0.1:9: nothing listens there\n",
    );
  });

  it("a region without Identity Center", async () => {
    const project = await createProject(aws().url, catalog.replace("us-east-1", "eu-west-1"));
    const result = exits(await project.identity("plan"), 1);
    expect(messageOf(result)).toContain("error IDC505: IAM Identity Center is not enabled in eu-west-1");
  });

  it("no credentials", async () => {
    const project = await createProject(null, catalog);
    const result = exits(await project.withEnv({ AWS_ENDPOINT_URL: aws().url }).identity("plan"), 1);
    expect(messageOf(result)).toContain("error IDC501: no usable AWS credentials were found\n");
  });

  it("a profile that does not exist", async () => {
    const project = await createProject(null, catalog);
    const result = exits(await project.withEnv({ AWS_PROFILE: "nowhere" }).identity("plan"), 1);
    expect(messageOf(result)).toContain("error IDC501");
  });

  it("a session that has expired", async () => {
    const project = await createProject(aws().url, catalog);
    await aws().fail("sts.GetCallerIdentity", "ExpiredToken", 1);
    const result = exits(await project.identity("plan"), 1);
    expect(messageOf(result)).toContain("error IDC502: your AWS session has expired\n");
  });

  it("the same as JSON on stdout", async () => {
    const project = await createProject(aws().url, catalog);
    await aws().fail("ListInstances", "ExpiredTokenException", 1);
    const result = exits(await project.identity("plan", "--format", "json"), 1);
    expect(JSON.parse(result.stdout)).toMatchObject({
      version: 1,
      diagnostics: [{ code: "IDC502", severity: "error", file: null }],
    });
  });
});
