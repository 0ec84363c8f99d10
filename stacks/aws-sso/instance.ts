import type { TerraformStack } from "#cdktf";
import { DataAwsSsoadminInstances } from "#provider-aws/data-aws-ssoadmin-instances";
import type { AccessModel } from "../../src/access/model.js";
import { escapeTemplate } from "../escape.js";

/** The Identity Center instance as Terraform texts: literals when it is known, references when not. */
export interface InstanceRef {
  readonly arn: string;
  readonly identityStoreId: string;
}

const DATA = "data.aws_ssoadmin_instances.this";

/**
 * Adds the look-up of the instance. A known instance is looked up too, to stop a plan that would write
 * into another one.
 */
export function addInstance(stack: TerraformStack, { instance, region }: AccessModel): InstanceRef {
  const place = escapeTemplate(region);
  const postcondition =
    instance === null
      ? {
          condition: `\${length(self.arns) == 1}`,
          errorMessage: `Expected one IAM Identity Center instance in ${place}. Check that the region is its home region and that these credentials may see it.`,
        }
      : {
          condition: `\${contains(self.arns, ${JSON.stringify(escapeTemplate(instance.arn))})}`,
          errorMessage: `These credentials do not see the expected IAM Identity Center instance ${escapeTemplate(instance.arn)} in ${place}. Use credentials of its organization, or resolve the directory again.`,
        };
  const data = new DataAwsSsoadminInstances(stack, "instances", {
    lifecycle: { postcondition: [postcondition] },
  });
  data.overrideLogicalId("this");
  if (instance === null) {
    return {
      arn: `\${tolist(${DATA}.arns)[0]}`,
      identityStoreId: `\${tolist(${DATA}.identity_store_ids)[0]}`,
    };
  }
  return { arn: escapeTemplate(instance.arn), identityStoreId: escapeTemplate(instance.identityStoreId) };
}
