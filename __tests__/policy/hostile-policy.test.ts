import { expect, it } from "vitest";
import { lintStatements } from "./lint-json.js";

const many = 100_000;

it.each([
  ["open variables", { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::${".repeat(many) }],
  ["stars", { Effect: "Allow", Action: `s3:${"*a".repeat(many)}`, Resource: "*" }],
  ["a long action", { Effect: "Allow", Action: `s3:${"a".repeat(many)}`, Resource: "*" }],
  ["colons", { Effect: "Allow", Action: ":".repeat(many), Resource: ":".repeat(many) }],
  [
    "a long key",
    {
      Effect: "Allow",
      Action: "s3:*",
      Resource: "*",
      Condition: { Null: { [`s3:${"/".repeat(many)}`]: "true" } },
    },
  ],
  [
    "many unknown names",
    { Effect: "Allow", Action: Array.from({ length: 5_000 }, (_, i) => `ec2:Nothing${i}`), Resource: "*" },
  ],
])("%s cost little", (_name, statement) => {
  const start = performance.now();
  lintStatements(statement);
  expect(performance.now() - start).toBeLessThan(3_000);
});
