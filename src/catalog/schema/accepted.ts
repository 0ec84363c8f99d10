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

/** Those of `acceptedVars` that Cloud Posse's component has had, for editors and the reference. */
export const acceptedNames: readonly string[] = [
  "privileged",
  "account_map_component_name",
  "account_map_environment_name",
  "account_map_stage_name",
  "account_map_tenant_name",
  "global_environment_name",
  "global_stage_name",
  "global_tenant_name",
  "iam_primary_roles_environment_name",
  "iam_primary_roles_stage_name",
  "iam_primary_roles_tenant_name",
  "root_account_environment_name",
  "root_account_stage_name",
  "root_account_tenant_name",
  "root_profile_name",
  "tfstate_environment_name",
];

/** Settings of the reference's label module that have no effect on tags here. */
export const unusedLabelVars: readonly string[] = [
  "additional_tag_map",
  "regex_replace_chars",
  "id_length_limit",
  "label_key_case",
  "label_value_case",
  "descriptor_formats",
  "context",
];
