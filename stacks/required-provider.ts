import type { TerraformStack } from "#cdktf";

/** Terraform 1.10 is the first whose S3 backend locks without a table. */
const TERRAFORM_VERSION = ">= 1.10";

/** Says which Terraform and which version of a provider will do: exactly the one that the constructs were made for. */
export function requireProvider(stack: TerraformStack, name: string, source: string, version: string): void {
  stack.addOverride("terraform.required_version", TERRAFORM_VERSION);
  stack.addOverride(`terraform.required_providers.${name}`, { source, version: `= ${version}` });
}
