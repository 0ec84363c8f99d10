import { createRun, type Run } from "../../../src/workflow/run/run.js";

export const exampleRun: Run = createRun({
  id: "20261124T064539123Z-0f835cec",
  createdAt: "2026-11-24T06:45:39.123Z",
  stack: "aws-sso",
  clock: "2026-11-24T06:45:00.000Z",
  catalogHash: "c".repeat(64),
  factsHash: "d".repeat(64),
  instanceArn: "arn:aws:sso:::instance/ssoins-1111111111111111",
  backend: { type: "local", settings: null },
  workspace: "default",
  planSha256: "a".repeat(64),
  planJsonSha256: "b".repeat(64),
  lockSha256: "e".repeat(64),
  terraformVersion: "1.11.4",
  providerVersion: "5.100.0",
  summary: {
    grants: [],
    sets: [{ ...setOf("A"), change: "add" }],
    groups: [],
    moved: [],
    others: [],
    broadening: [],
    resources: { create: 3, update: 0, delete: 0, replace: 0, adopt: 0, move: 0, forget: 0 },
  },
  guards: [{ guard: "removals", code: "IDC420", message: "11 grants are taken away", hint: null }],
  refresh: "bulk",
  timing: {
    plan: { predictedSeconds: 5, seconds: 4.2 },
    apply: { predictedSeconds: null, seconds: null },
  },
});

function setOf(permissionSet: string) {
  return { permissionSet, accounts: 0, groups: 0, users: 0, fields: [], statements: [] } as const;
}
