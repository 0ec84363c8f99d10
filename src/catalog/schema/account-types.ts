import { type JsonSchema, mapOf, names, record } from "./json-schema.js";

/** `account_types`: named groups of accounts. */
export const accountTypes: JsonSchema = mapOf(
  "type",
  record(
    {
      accounts: names("Account names, or globs: `*` is any run of characters, `?` is one.", {
        examples: [["core-*", "plat-dev"]],
      }),
      organizational_units: names(
        "Organizational units, by path from the root or by id. Needs the directory.",
        {
          examples: [["/Platform/Prod", "ou-ab12-cdefghij"]],
        },
      ),
      recursive: {
        type: "boolean",
        description: "`true`: accounts in units below the `organizational_units` too.",
        default: false,
      },
      tags: {
        type: "object",
        propertyNames: { title: "tag", minLength: 1 },
        additionalProperties: { type: "string" },
        description:
          "Only accounts with all these tags: of those the other keys choose, or of all when they choose none. Needs the directory.",
        default: {},
        examples: [{ Environment: "prod" }],
      },
      all: { type: "boolean", description: "`true`: every account.", default: false },
      exclude: names("Names, globs or ids to leave out. Exclusion always wins."),
    },
    "The accounts of one type. `accounts`, `organizational_units` and `all` add up; a type without accounts is an error.",
  ),
  "Names for sets of accounts, for `account_type_assignments` and `session_durations`.",
);
