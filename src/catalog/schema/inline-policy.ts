import { type JsonSchema, record } from "./json-schema.js";

const oneOrMore = (description: string): JsonSchema => ({
  anyOf: [
    { type: "string", minLength: 1 },
    { type: "array", items: { type: "string", minLength: 1 } },
  ],
  description,
});

const scalar: JsonSchema = { type: ["string", "number", "boolean"] };

const conditionValue: JsonSchema = { anyOf: [scalar, { type: "array", items: scalar }] };

const statement: JsonSchema = record(
  {
    Sid: { type: "string", description: "Letters and digits, unique in the policy." },
    Effect: { type: "string", enum: ["Allow", "Deny"], description: "Allow or Deny." },
    Action: oneOrMore("Actions, such as `s3:GetObject`."),
    NotAction: oneOrMore("Every action but these."),
    Resource: oneOrMore("ARNs, or *."),
    NotResource: oneOrMore("Every resource but these."),
    Condition: {
      type: "object",
      additionalProperties: { type: "object", additionalProperties: conditionValue },
      description: "Operator -> key -> values, as in `StringEquals: {aws:RequestedRegion: eu-west-1}`.",
    },
  },
  "One statement of a policy of an identity: it has no Principal.",
  { required: ["Effect"], editor: { define: "policyStatement" } },
);

/** `inline_policy`: an IAM policy document, as IAM's policy grammar has it for identities. */
export const inlinePolicy: JsonSchema = record(
  {
    Version: {
      type: "string",
      enum: ["2012-10-17", "2008-10-17"],
      description: "Version of the policy language.",
    },
    Id: { type: "string", description: "Any text." },
    Statement: { anyOf: [{ type: "array", items: statement }, statement], description: "What it allows." },
  },
  "An IAM policy document. At most 10,240 bytes without white space.",
  { required: ["Statement"] },
);
