import { type JsonSchema, mapOf, record, text } from "./json-schema.js";

const arn = (rest: string): string => `^(arn:(aws|aws-cn|aws-us-gov):${rest}.*)?$`;
const bucket = { editor: { pattern: arn("s3:::") }, examples: ["arn:aws:s3:::acme-core-use1-root-tfstate"] };
const role = {
  editor: { pattern: arn("iam::") },
  examples: ["arn:aws:iam::111111111111:role/acme-core-gbl-root-tfstate"],
};
const table = { editor: { pattern: arn("dynamodb:") } };

/** The Terraform state backends that people get access to, not the one this program uses itself. */
export const stateBackendVars: Readonly<Record<string, JsonSchema>> = {
  tf_access_bucket_arn: text(
    "ARN of the S3 bucket with Terraform's state. With `tf_access_role_arn` it makes the `Terraform*` sets exist.",
    { default: "", ...bucket },
  ),
  tf_access_role_arn: text("ARN of the IAM role that reaches the state bucket.", { default: "", ...role }),
  tf_access_dynamodb_table_arn: text("ARN of the DynamoDB table with the locks of the state.", {
    default: "",
    ...table,
  }),
  tf_access_additional_backends: mapOf(
    "backend",
    record(
      {
        bucket_arn: text("ARN of the S3 bucket with the state.", { minLength: 1, ...bucket }),
        role_arn: text("ARN of the IAM role that reaches the bucket.", { minLength: 1, ...role }),
        dynamodb_table_arn: text("ARN of the DynamoDB table with the locks.", {
          type: ["string", "null"],
          default: "",
          ...table,
        }),
      },
      "One more Terraform state backend.",
      { required: ["bucket_arn", "role_arn"] },
    ),
    "More state backends. Each adds `TerraformPlanAccess-<Key>` and the two others.",
  ),
};
