import type { TerraformStack } from "#cdktf";
import { AwsProvider } from "#provider-aws/provider";
import { awsProviderVersion } from "../../src/access/provider-version.js";
import { escapeTemplate } from "../escape.js";

/** Terraform 1.10 is the first whose S3 backend locks without a table. */
const TERRAFORM_VERSION = ">= 1.10";

/** Adds the AWS provider for a region and says which versions will do. */
export function addProvider(stack: TerraformStack, region: string): void {
  new AwsProvider(stack, "aws", { region: escapeTemplate(region) });
  stack.addOverride("terraform.required_version", TERRAFORM_VERSION);
  stack.addOverride("terraform.required_providers.aws", {
    source: "hashicorp/aws",
    version: `= ${awsProviderVersion}`,
  });
}
