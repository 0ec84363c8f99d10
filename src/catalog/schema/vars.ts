import { limits } from "../limits.js";
import { optionalSetNames } from "../stock/optional.js";
import { accountMap } from "./account-map.js";
import { accountTypes } from "./account-types.js";
import { accountAssignments, accountTypeAssignments } from "./assignments.js";
import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";
import { labelVars } from "./labels.js";
import { permissionSets } from "./permission-sets.js";
import { stateBackendVars } from "./state-backends.js";
import { regions, sessionLengths } from "./vocabularies.js";

/** Keys of `vars` that mean something here. */
export const knownVars: Readonly<Record<string, JsonSchema>> = {
  enabled: {
    type: "boolean",
    description: "`false`: no grants and no permission sets. A deploy then takes away what was there.",
    default: true,
  },
  region: text("AWS region of Identity Center, its home region.", {
    minLength: 1,
    examples: ["us-east-1"],
    editor: { suggest: regions },
  }),
  account_map_enabled: {
    type: "boolean",
    description:
      "`true`: the account map is elsewhere. Here that is AWS Organizations, by way of the directory.",
    default: false,
  },
  account_map: accountMap,
  account_assignments: accountAssignments,
  account_types: accountTypes,
  account_type_assignments: accountTypeAssignments,
  permission_sets: permissionSets,
  groups: names("Groups to create in the identity store."),
  idp_groups: names("Groups that must exist already: the identity provider syncs them."),
  required_groups: names(
    "More groups that must exist, besides `idp_groups` and every group that is granted anything. None is exempted.",
  ),
  optional_permission_sets: names("Stock permission sets that exist only when asked for.", {
    items: {
      type: "string",
      minLength: 1,
      editor: { suggest: optionalSetNames, closed: true },
    },
    examples: [["TerraformUpdateAccess"]],
  }),
  session_durations: mapOf(
    "type",
    text("ISO-8601 duration from PT1H to PT12H.", {
      minLength: 1,
      examples: ["PT4H"],
      editor: { suggest: sessionLengths },
    }),
    "Account type -> how long sessions last of what `account_type_assignments` grants in the type.",
    { examples: [{ dev: "PT4H" }] },
  ),
  management_account: record(
    {
      allow: {
        type: "boolean",
        description: "`false`: nothing may be granted in the management account.",
        default: true,
      },
    },
    "What may be granted in the management account of the organization.",
  ),
  expiry_warning_days: {
    type: "integer",
    description: "How many days before its end an assignment with `expires_at` is spoken of.",
    minimum: 0,
    maximum: limits.expiryWarningDays,
    default: 14,
  },
  session_duration: text(
    'How long sessions of the stock sets last: an ISO-8601 duration from `PT1H` to `PT12H`. `""` is AWS\'s default, one hour.',
    { type: ["string", "null"], default: "", examples: ["PT8H"], editor: { suggest: sessionLengths } },
  ),
  ...stateBackendVars,
  aws_teams_accessible: names("Teams. Each adds the set `Identity<Team>TeamAccess`."),
  overridable_team_permission_set_name_pattern: text("Name of a team's set; `%s` is the team.", {
    default: "Identity%sTeamAccess",
  }),
  identity_roles_accessible: names(
    "The form of 2022 of `aws_teams_accessible`. Each adds the set `Identity<Role>RoleAccess`.",
  ),
  identity_role_arn_template: text("ARN of an identity role; `%s` is the role.", {
    examples: ["arn:aws:iam::222222222222:role/acme-gbl-identity-%s"],
  }),
  ...labelVars,
};

/** The component's `vars` after merging. Unknown keys are a rule's business: most are other tools'. */
export const varsSchema: JsonSchema = {
  type: "object",
  properties: knownVars,
  required: ["region"],
};
