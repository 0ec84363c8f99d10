import { type JsonSchema, record, text } from "../schema/json-schema.js";

const address = (description: string): JsonSchema =>
  text(description, {
    minLength: 1,
    examples: ["aws_ssoadmin_permission_set.ReadOnlyAccess_1a2b3c4d5e6f"],
  });

/** Exactly one of the two; JSON Schema has no shorter way to say so. */
const oneKey = { minProperties: 1, maxProperties: 1, examples: [{ group: "DevOps" }] };

function end(description: string): JsonSchema {
  const principal = record(
    {
      group: text("Name of a group.", { minLength: 1, examples: ["DevOps"] }),
      user: text("User name of a user.", { minLength: 1, examples: ["jane@example.com"] }),
    },
    "All assignments of a group or user, and the group itself when the catalog creates it.",
    oneKey,
  );
  return { anyOf: [address("A Terraform address."), principal], description };
}

/** A whole moves.yaml. */
export const movesSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "AWS SSO moves",
  ...record(
    {
      version: { enum: [1], description: "The version of this format.", examples: [1] },
      moved: {
        type: ["array", "null"],
        description: "What is the same object under another address: it is neither deleted nor created.",
        items: record(
          {
            from: end("The address or name in the states of before."),
            to: end("The address or name that the catalog gives now, or the `from` of another entry."),
          },
          "One move.",
          { required: ["from", "to"] },
        ),
      },
      import: {
        type: ["array", "null"],
        description: "What exists in AWS and is taken into states that do not have it.",
        items: record(
          {
            to: address("The Terraform address of an object of the catalog."),
            id: text("The import id of the AWS provider.", {
              minLength: 1,
              examples: ["arn:aws:sso:::permissionSet/ssoins-1/ps-1,arn:aws:sso:::instance/ssoins-1"],
            }),
          },
          "One import.",
          { required: ["to", "id"] },
        ),
      },
    },
    "What Terraform must not take for something new. Entries may go once every state has them. See docs/moves.md.",
    { required: ["version"] },
  ),
};

/** The text of catalog/schema/moves.schema.json. */
export function movesSchemaText(): string {
  return `${JSON.stringify(movesSchema, null, 2)}\n`;
}
