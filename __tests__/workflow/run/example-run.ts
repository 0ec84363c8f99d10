import { createRun, type Run } from "../../../src/workflow/run/run.js";

export const exampleRun: Run = createRun({
  id: "20261124T064539123Z-0f835cec",
  createdAt: "2026-11-24T06:45:39.123Z",
  stack: "aws-sso",
  instanceArn: "arn:aws:sso:::instance/ssoins-1111111111111111",
  catalogHash: "c".repeat(64),
  modelHash: "d".repeat(64),
  planSha256: "a".repeat(64),
  clock: "2026-11-24T06:45:00.000Z",
  terraformVersion: "1.11.4",
  providerVersion: "5.100.0",
  summary: { create: 3, update: 0, delete: 0, replace: 0, adopt: 0, move: 0, forget: 0 },
});
