import { inlinePolicy } from "./inline-policy.js";
import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";

const customerManagedPolicy: JsonSchema = {
  anyOf: [
    { type: "string", minLength: 1 },
    record(
      { name: text("Policy name.", { minLength: 1 }), path: text("Policy path.", { default: "/" }) },
      "A policy by name and path.",
      { required: ["name"] },
    ),
  ],
};

const boundary: JsonSchema = record(
  {
    managed_policy: text("AWS managed policy, by name or ARN."),
    customer_managed_policy: {
      ...customerManagedPolicy,
      description: "Customer managed policy, by name or {name, path}.",
    },
  },
  "Upper bound of what the set can do: exactly one of the two keys.",
);

/** `permission_sets`: our own sets, or fields of stock sets to override. */
export const permissionSets: JsonSchema = mapOf(
  record(
    {
      description: text("What the set is for; 1 to 700 characters, Latin-1."),
      managed_policies: names(
        "AWS managed policies, by name (`ReadOnlyAccess`, `job-function/Billing`) or ARN.",
      ),
      customer_managed_policies: {
        type: "array",
        items: customerManagedPolicy,
        description: "Policies that exist in every account the set is assigned in.",
        default: [],
      },
      inline_policy: inlinePolicy,
      permissions_boundary: boundary,
      session_duration: text('ISO-8601 duration from PT1H to PT12H; "" is AWS\'s default of one hour.', {
        default: "PT1H",
        examples: ["PT4H"],
      }),
      relay_state: text("Console URL to open after sign-in; at most 240 characters."),
      tags: {
        type: "object",
        additionalProperties: { type: "string" },
        description: "Tags, over the component tags.",
      },
    },
    "One permission set. The name of a stock set overrides the fields given and keeps the rest.",
  ),
  "Permission sets by name, 1 to 32 characters of A-Z a-z 0-9 _ + = , . @ -",
  { default: {} },
);
