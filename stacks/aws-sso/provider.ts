import type { TerraformStack } from "#cdktf";
import { AwsProvider } from "#provider-aws/provider";
import { awsProviderVersion } from "../../src/access/provider-version.js";
import { escapeTemplate } from "../escape.js";
import { requireProvider } from "../required-provider.js";

/** Adds the AWS provider for a region and says which versions will do. */
export function addProvider(stack: TerraformStack, region: string): void {
  new AwsProvider(stack, "aws", { region: escapeTemplate(region) });
  requireProvider(stack, "aws", "hashicorp/aws", awsProviderVersion);
}
