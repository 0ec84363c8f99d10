import type { Backend } from "./backend.js";

/** Names of settings; a setting that is a map has the names in it, any other has null. */
export interface KnownSettings {
  readonly [name: string]: KnownSettings | null;
}

const values = (...names: readonly string[]): KnownSettings =>
  Object.fromEntries(names.map((name) => [name, null]));

const role = ["role_arn", "duration", "policy", "policy_arns", "session_name"] as const;

/** What Terraform takes, as its own message about unknown arguments says (1.11). */
export const knownSettings: Readonly<Record<Backend["type"], KnownSettings>> = {
  local: values("path"),
  s3: {
    ...values("bucket", "key", "region", "workspace_key_prefix"),
    ...values("use_lockfile", "dynamodb_table", "encrypt", "kms_key_id", "acl", "sse_customer_key"),
    ...values("profile", "access_key", "secret_key", "token", "shared_config_files"),
    ...values("shared_credentials_file", "shared_credentials_files"),
    ...values("allowed_account_ids", "forbidden_account_ids", "max_retries", "retry_mode"),
    ...values("skip_credentials_validation", "skip_metadata_api_check", "skip_region_validation"),
    ...values("skip_requesting_account_id", "skip_s3_checksum", "use_path_style", "force_path_style"),
    ...values("use_dualstack_endpoint", "use_fips_endpoint", "sts_region", "custom_ca_bundle", "insecure"),
    ...values("http_proxy", "https_proxy", "no_proxy", "endpoint", "dynamodb_endpoint"),
    ...values("iam_endpoint", "sts_endpoint", "ec2_metadata_service_endpoint"),
    ...values("ec2_metadata_service_endpoint_mode"),
    endpoints: values("s3", "dynamodb", "iam", "sso", "sts"),
    assume_role: values(...role, "external_id", "source_identity", "tags", "transitive_tag_keys"),
    assume_role_with_web_identity: values(...role, "web_identity_token", "web_identity_token_file"),
  },
  cloud: {
    ...values("organization", "hostname", "token"),
    workspaces: values("name", "tags", "project"),
  },
};

/** What Terraform 1.10 no longer takes beside `bucket`, and where it is now. */
export const movedSettings: Readonly<Record<string, string>> = {
  role_arn: "assume_role.role_arn",
  session_name: "assume_role.session_name",
  external_id: "assume_role.external_id",
  assume_role_duration_seconds: "assume_role.duration",
  assume_role_policy: "assume_role.policy",
  assume_role_policy_arns: "assume_role.policy_arns",
  assume_role_tags: "assume_role.tags",
  assume_role_transitive_tag_keys: "assume_role.transitive_tag_keys",
};

const keys = "set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, in the environment instead";

/** Settings that hold a secret, and where the secret belongs. */
export const secretSettings: Readonly<Record<string, string>> = {
  access_key: keys,
  secret_key: keys,
  token: keys,
  sse_customer_key: "set AWS_SSE_CUSTOMER_KEY in the environment instead",
  web_identity_token: "name a file with AWS_WEB_IDENTITY_TOKEN_FILE in the environment instead",
};
