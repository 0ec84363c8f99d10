import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { plan } from "../../../src/workflow/plan.js";
import { appliedRun } from "../../../src/workflow/run/run.js";
import { runText } from "../../../src/workflow/run/run-json.js";
import { catalogOf, groups } from "../../doubles/catalog.js";
import { change, planJson } from "../../doubles/plan-json.js";
import { fakePorts, runsFolder } from "../../doubles/ports.js";
import { recordedText } from "../../terraform/recorded.js";
import { exampleRun } from "./example-run.js";

const folder = new URL("../../../docs/json/", import.meta.url);
const schemaOf = (name: string) => JSON.parse(readFileSync(new URL(`${name}.schema.json`, folder), "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
const errorsOf = (name: string): ((data: unknown) => readonly string[]) => {
  const validate = ajv.compile(schemaOf(name));
  return (data) =>
    validate(data) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
};

describe("docs/json/run.schema.json", () => {
  const errors = errorsOf("run");

  it("describes the run.json that a plan writes", async () => {
    const ports = fakePorts({
      terraform: {
        plans: [
          planJson(
            ...(["create", "update", "replace", "move", "forget", "delete"] as const).map((action) =>
              change(action, `aws_ssoadmin_permission_set.${action}`),
            ),
            change("import", "aws_identitystore_group.G", { display_name: "G" }),
          ),
        ],
      },
    });
    const catalog = catalogOf({ account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) } });
    const input = {
      catalog,
      catalogHash: "c".repeat(64),
      stack: "aws-sso",
      noBroadening: false,
      refresh: "full",
    } as const;
    const planned = await plan(ports, input);
    if (!planned.ok) throw new Error(JSON.stringify(planned.diagnostics));
    const written = JSON.parse(ports.texts.get(`${runsFolder}/${planned.value.run.id}/run.json`) ?? "");
    expect(written.version).toBe(2);
    expect(errors(written)).toEqual([]);
  });

  it("describes every field that a run can have", () => {
    const applied = appliedRun(exampleRun, "2026-11-24T08:00:00.000Z", 12.5);
    expect(errors(JSON.parse(runText(applied)))).toEqual([]);
  });

  it.each(Object.keys(exampleRun))("asks for %s", (name) => {
    expect(errors({ ...exampleRun, [name]: undefined })).toEqual([` must have required property '${name}'`]);
  });

  it("knows no other version, field or guard", () => {
    const [guard] = exampleRun.guards;
    for (const more of [{ version: 1 }, { more: 1 }, { guards: [{ ...guard, guard: "made-up" }] }]) {
      expect(errors({ ...exampleRun, ...more })).toHaveLength(1);
    }
  });
});

describe("docs/json/terraform-plan.schema.json", () => {
  const errors = errorsOf("terraform-plan");
  const recorded = JSON.parse(recordedText("plan-every-action.json"));

  it("describes what Terraform wrote, and that has more", () => {
    expect(errors(recorded)).toEqual([]);
    expect(Object.keys(recorded)).toContain("timestamp");
  });

  it("holds for the documents that the other tests are written with", () => {
    const { resource_changes } = planJson(
      ...(["create", "delete", "update", "replace", "import", "no-op", "move", "forget"] as const).map(
        (action) => change(action, `aws_ssoadmin_permission_set.${action}`),
      ),
    );
    expect(errors({ ...recorded, resource_changes })).toEqual([]);
  });

  it("describes a real grant as the rule of docs/policies.md reads it", () => {
    const grant = JSON.parse(recordedText("plan-of-a-grant.json"));
    expect(errors(grant)).toEqual([]);
    const declared = (type: string) =>
      grant.configuration.root_module.resources.find((r: { type: string }) => r.type === type);
    const set = declared("aws_ssoadmin_permission_set").address;
    const attachment = declared("aws_ssoadmin_managed_policy_attachment").expressions;
    const assignment = declared("aws_ssoadmin_account_assignment").expressions;
    expect(attachment.managed_policy_arn.constant_value).toBe("arn:aws:iam::aws:policy/AdministratorAccess");
    for (const { permission_set_arn } of [attachment, assignment]) {
      expect(permission_set_arn.references).toEqual([`${set}.arn`, set]);
    }
    expect(assignment.target_id.constant_value).toMatch(/^\d{12}$/);
  });

  it("asks for what rules rely on", () => {
    const [first] = recorded.resource_changes;
    const changed = (more: object) => errors({ ...recorded, resource_changes: [{ ...first, ...more }] });
    expect(changed({})).toEqual([]);
    for (const name of ["address", "mode", "type", "name", "change"]) {
      expect([name, changed({ [name]: undefined }).length]).toEqual([name, 1]);
    }
    for (const name of ["actions", "before", "after"]) {
      expect([name, changed({ change: { ...first.change, [name]: undefined } }).length]).toEqual([name, 1]);
    }
    expect(changed({ change: { ...first.change, actions: ["explode"] } })).toHaveLength(1);
    expect(errors({ ...recorded, format_version: "2.0" })).toHaveLength(1);
  });
});
