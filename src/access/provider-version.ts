/**
 * The version of the AWS provider: what the stacks require, mirrors hold and runs record. The newest that
 * Cloud Posse's component accepts, so that a state can move between the two.
 */
export const awsProviderVersion = "5.100.0";
