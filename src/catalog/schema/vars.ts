import { accountAssignments, accountTypeAssignments, accountTypes } from "./assignments.js";
import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";
import { permissionSets } from "./permission-sets.js";

const accountMap: JsonSchema = {
  type: "object",
  description: "Static account map. Without it, accounts come from AWS Organizations (a directory).",
  properties: {
    full_account_map: {
      type: "object",
      propertyNames: { minLength: 1 },
      description: "Account name -> account id, 12 digits in quotes.",
      additionalProperties: { type: "string", pattern: "^[0-9]{12}$" },
      examples: [{ "core-root": "111111111111" }],
    },
    root_account_account_name: text("Name of the management account in the map."),
    audit_account_account_name: text("Accepted, no effect here."),
    identity_account_account_name: text("Accepted, no effect here."),
    aws_partition: text("AWS partition of every ARN.", {
      default: "aws",
      enum: ["aws", "aws-cn", "aws-us-gov"],
    }),
    iam_role_arn_templates: { type: "object", description: "Accepted, no effect here." },
  },
};

const backend = record(
  {
    bucket_arn: text("ARN of the state bucket.", { minLength: 1 }),
    role_arn: text("ARN of the role that reaches the state.", { minLength: 1 }),
    dynamodb_table_arn: { type: ["string", "null"], description: "ARN of the lock table.", default: "" },
  },
  "One more Terraform state backend.",
  { required: ["bucket_arn", "role_arn"] },
);

/** Keys of `vars` that mean something here. */
export const knownVars: Readonly<Record<string, JsonSchema>> = {
  enabled: { type: "boolean", description: "false: no grants and no permission sets.", default: true },
  region: text("Home region of Identity Center.", { minLength: 1, examples: ["us-east-1"] }),
  account_map_enabled: {
    type: "boolean",
    description: "true: the account map lives elsewhere; here that is AWS Organizations.",
    default: false,
  },
  account_map: accountMap,
  account_assignments: accountAssignments,
  account_types: accountTypes,
  account_type_assignments: accountTypeAssignments,
  permission_sets: permissionSets,
  groups: names("Groups to create in the identity store."),
  idp_groups: names("Groups that must exist already, synced by the identity provider."),
  required_groups: names(
    "More groups that must exist, besides idp_groups and every group that is granted anything.",
  ),
  optional_permission_sets: names("Stock permission sets that exist only when asked for.", {
    examples: [["TerraformUpdateAccess"]],
  }),
  session_durations: mapOf(
    text("ISO-8601 duration from PT1H to PT12H.", { minLength: 1, examples: ["PT4H"] }),
    "Account type -> session duration of what account_type_assignments grants there.",
    { default: {}, examples: [{ dev: "PT4H" }] },
  ),
  management_account: record(
    {
      allow: {
        type: "boolean",
        description: "false: nothing may be granted in the management account.",
        default: true,
      },
    },
    "What may be granted in the management account of the organization.",
  ),
  expiry_warning_days: {
    type: "integer",
    description: "From how many days before expires_at an assignment is spoken of.",
    minimum: 0,
    maximum: 3650,
    default: 14,
  },
  session_duration: text('ISO-8601 duration of all stock sets; "" is AWS\'s default of one hour.', {
    type: ["string", "null"],
    default: "",
  }),
  tf_access_bucket_arn: text("State bucket; with the role it makes the Terraform* sets exist.", {
    default: "",
  }),
  tf_access_role_arn: text("Role that reaches the state bucket.", { default: "" }),
  tf_access_dynamodb_table_arn: text("Lock table of the state backend.", { default: "" }),
  tf_access_additional_backends: mapOf(
    backend,
    "More state backends: key -> backend; adds TerraformPlanAccess-<Key> and so on.",
    { default: {} },
  ),
  aws_teams_accessible: names("Teams; each adds Identity<Team>TeamAccess."),
  overridable_team_permission_set_name_pattern: text("Name of the team sets; %s is the team.", {
    default: "Identity%sTeamAccess",
  }),
  identity_roles_accessible: names("The 2022 form of aws_teams_accessible: adds Identity<Role>RoleAccess."),
  identity_role_arn_template: text("ARN of an identity role; %s is the role.", {
    examples: ["arn:aws:iam::222222222222:role/acme-gbl-identity-%s"],
  }),
  namespace: { type: ["string", "null"], description: "Label: becomes the tag Namespace." },
  tenant: { type: ["string", "null"], description: "Label: becomes the tag Tenant." },
  environment: { type: ["string", "null"], description: "Label: becomes the tag Environment." },
  stage: { type: ["string", "null"], description: "Label: becomes the tag Stage." },
  name: { type: ["string", "null"], description: "Label: last part of the tag Name." },
  delimiter: { type: ["string", "null"], description: "Joins the labels in the tag Name.", default: "-" },
  attributes: { ...names("Labels: become the tag Attributes."), type: ["array", "null"] },
  labels_as_tags: { ...names('Labels that become tags; ["unset"] is none.'), type: ["array", "null"] },
  tags: {
    type: ["object", "null"],
    additionalProperties: { type: "string" },
    description: "Tags of the permission sets.",
  },
};

/** Keys that a Cloud Posse file may carry and that change nothing here. */
export const acceptedVars: readonly RegExp[] = [
  /^privileged$/,
  /^account_map_(component_name|tenant|environment|stage)(_name)?$/,
  /^tfstate_/,
  /^iam_primary_roles_/,
  /^global_(environment|tenant|stage)_name$/,
  /^root_account_/,
  /^root_profile_name$/,
];

/** Settings of the reference's label module that have no effect on tags here. */
export const labelVars: readonly string[] = [
  "additional_tag_map",
  "label_order",
  "regex_replace_chars",
  "id_length_limit",
  "label_key_case",
  "label_value_case",
  "descriptor_formats",
  "context",
];

/** The component's `vars` after merging. Unknown keys are a rule's business: most are other tools'. */
export const varsSchema: JsonSchema = {
  type: "object",
  properties: knownVars,
  required: ["region"],
};
