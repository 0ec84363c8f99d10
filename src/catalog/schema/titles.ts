const words: Readonly<Record<string, string>> = {
  acs: "ACS",
  arn: "ARN",
  aws: "AWS",
  dynamodb: "DynamoDB",
  iam: "IAM",
  id: "id",
  idp: "identity provider",
  map: "map",
  scim: "SCIM",
  tf: "Terraform",
  url: "URL",
  urls: "URLs",
  vars: "variables",
};

/** A key in words: `tf_access_bucket_arn` -> `Terraform access bucket ARN`. */
export function titleOf(key: string): string {
  const text = key
    .split("_")
    .map((word) => words[word] ?? word)
    .join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
