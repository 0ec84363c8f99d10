import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";

const principal: JsonSchema = record(
  {
    permission_sets: names("Permission sets this principal gets here, by name.", {
      examples: [["ReadOnlyAccess", "TerraformPlanAccess"]],
    }),
    expires_at: text(
      "When this access ends: a timestamp with its zone, or a date, which means 00:00 UTC of it.",
      { minLength: 1, examples: ["2027-06-30", "2027-06-30T18:00:00Z"] },
    ),
  },
  "What one group or user gets.",
  { required: ["permission_sets"] },
);

const principals = (who: string): JsonSchema =>
  mapOf(principal, `${who} -> permission_sets. Names are case-sensitive.`, { type: ["object", "null"] });

const target: JsonSchema = record(
  {
    groups: principals("Group display name"),
    users: principals("User name"),
  },
  "Who gets what here.",
);

/** `account_assignments`: account name -> groups|users -> principal -> permission_sets. */
export const accountAssignments: JsonSchema = mapOf(
  target,
  "Access account by account. Keys are names of the account map; keys below are exactly groups and users.",
  { default: {} },
);

/** `account_type_assignments`: the same shape, keyed by account type. */
export const accountTypeAssignments: JsonSchema = mapOf(
  target,
  "Access for every account of a type, in the shape of account_assignments. Both add up.",
  { default: {} },
);

/** `account_types`: named groups of accounts. */
export const accountTypes: JsonSchema = mapOf(
  record(
    {
      accounts: names("Account names, or globs with * and ? over whole names, case-sensitive.", {
        examples: [["core-*", "plat-dev"]],
      }),
      organizational_units: names("Organizational units, by path of names or by id. Needs the directory.", {
        examples: [["/Platform/Prod", "ou-ab12-cdefghij"]],
      }),
      recursive: {
        type: "boolean",
        description: "true: accounts in units below the organizational_units too.",
        default: false,
      },
      tags: {
        type: "object",
        propertyNames: { minLength: 1 },
        additionalProperties: { type: "string" },
        description:
          "Of the accounts chosen by the other keys, or of all when there is none, only those with all these tags. Needs the directory.",
        default: {},
        examples: [{ Environment: "prod" }],
      },
      all: { type: "boolean", description: "Every account.", default: false },
      exclude: names("Names, globs or ids to leave out. Exclusion always wins."),
    },
    "The accounts of one type. A type that matches nothing is an error.",
  ),
  "Names for sets of accounts, used by account_type_assignments.",
  { default: {} },
);
