import { type JsonSchema, mapOf, text } from "./json-schema.js";

/** `account_map`: account names and ids, as Cloud Posse's account-map component has them. */
export const accountMap: JsonSchema = {
  type: "object",
  description:
    "Names and ids of accounts. Without it, accounts are those of AWS Organizations, from the directory.",
  properties: {
    full_account_map: mapOf(
      "account",
      { type: "string", pattern: "^[0-9]{12}$", description: "Account id: 12 digits, in quotes." },
      "Account name -> account id. Absent: AWS Organizations has them.",
      { default: undefined, examples: [{ "core-root": "111111111111" }] },
    ),
    root_account_account_name: text("Name of the organization's management account in the map."),
    audit_account_account_name: text("Accepted, no effect."),
    identity_account_account_name: text("Accepted, no effect."),
    aws_partition: text("AWS partition of every ARN.", {
      default: "aws",
      enum: ["aws", "aws-cn", "aws-us-gov"],
    }),
    iam_role_arn_templates: { type: "object", description: "Accepted, no effect." },
  },
};
