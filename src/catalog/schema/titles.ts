const words: Readonly<Record<string, string>> = {
  arn: "ARN",
  aws: "AWS",
  dynamodb: "DynamoDB",
  iam: "IAM",
  id: "id",
  idp: "identity provider",
  map: "map",
  tf: "Terraform",
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
