import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";
import { permissionSetNames } from "./vocabularies.js";

const principal: JsonSchema = record(
  {
    permission_sets: names("The permission sets this principal gets here, by name.", {
      items: {
        type: "string",
        minLength: 1,
        description: "A stock set, or one of `permission_sets`.",
        editor: { define: "permissionSetName", suggest: permissionSetNames },
      },
      examples: [["ReadOnlyAccess", "TerraformPlanAccess"]],
    }),
    expires_at: text(
      "When this access ends: a timestamp with its zone, or a date, which means 00:00 UTC of it. Absent: never.",
      { minLength: 1, examples: ["2027-06-30", "2027-06-30T18:00:00Z"] },
    ),
  },
  "What one group or user gets, and until when.",
  { required: ["permission_sets"], editor: { define: "principal" } },
);

const principals = (key: string, who: string): JsonSchema =>
  mapOf(key, principal, who, { type: ["object", "null"] });

const target: JsonSchema = record(
  {
    groups: principals("group", "Groups by display name, case-sensitive."),
    users: principals("user", "Users by user name, case-sensitive. Prefer groups."),
  },
  "Who gets what here.",
  { editor: { define: "target" } },
);

/** `account_assignments`: account name -> groups|users -> principal -> permission_sets. */
export const accountAssignments: JsonSchema = mapOf(
  "account",
  target,
  "Access account by account. Keys are account names; below each, exactly `groups` and `users`.",
);

/** `account_type_assignments`: the same shape, keyed by account type. */
export const accountTypeAssignments: JsonSchema = mapOf(
  "type",
  target,
  "Access in every account of a type, in the shape of `account_assignments`. Both add up.",
);
