/** Actions by which people get permissions that nobody gave them, when they reach every resource. */
export interface Escalation {
  /** Action -> the kind of resource it acts on: `iam:role/` is every role. */
  readonly actions: Readonly<Record<string, string>>;
  /** Follows "X on every resource: ". */
  readonly why: string;
  readonly hint: string;
}

/** Ways to more access that need one action. */
export const escalations: readonly Escalation[] = [
  {
    actions: {
      "iam:AddUserToGroup": "iam:group/",
      "iam:AttachGroupPolicy": "iam:group/",
      "iam:AttachRolePolicy": "iam:role/",
      "iam:AttachUserPolicy": "iam:user/",
      "iam:CreatePolicyVersion": "iam:policy/",
      "iam:PutGroupPolicy": "iam:group/",
      "iam:PutRolePolicy": "iam:role/",
      "iam:PutUserPolicy": "iam:user/",
      "iam:SetDefaultPolicyVersion": "iam:policy/",
    },
    why: "people can give themselves any permission",
    hint: "list the ARNs meant under Resource, or add a Condition on iam:PermissionsBoundary or iam:PolicyARN",
  },
  {
    actions: {
      "iam:CreateAccessKey": "iam:user/",
      "iam:CreateLoginProfile": "iam:user/",
      "iam:UpdateLoginProfile": "iam:user/",
    },
    why: "people can become any IAM user of the account",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
    hint: 'write the Resource "arn:aws:iam::*:user/${aws:username}", or list the users meant',
  },
  {
    actions: {
      "iam:UpdateAssumeRolePolicy": "iam:role/",
    },
    why: "people can enter any role of the account",
    hint: "list the ARNs of the roles meant under Resource",
  },
  {
    actions: {
      "sts:AssumeRole": "iam:role/",
    },
    why: "people can enter every role that trusts the account, in other accounts too",
    hint: "list the ARNs of the roles meant under Resource",
  },
  {
    actions: {
      "lambda:UpdateFunctionCode": "lambda:function:",
    },
    why: "people can run any code with the role of any function",
    hint: "list the ARNs of the functions meant under Resource",
  },
  {
    actions: {
      "identitystore:CreateGroupMembership": "identitystore:group/",
      "sso:AttachCustomerManagedPolicyReferenceToPermissionSet": "sso:permissionSet/",
      "sso:AttachManagedPolicyToPermissionSet": "sso:permissionSet/",
      "sso:CreateAccountAssignment": "sso:permissionSet/",
      "sso:PutInlinePolicyToPermissionSet": "sso:permissionSet/",
    },
    why: "people can grant any access in any account, past this catalog",
    hint: "leave it to the role that deploys this catalog",
  },
];

/** Actions that start something under a role of one's choice, for those who may pass the role. */
export const startWithRole: readonly string[] = [
  "apprunner:CreateService",
  "bedrock-agentcore:CreateAgentRuntime",
  "bedrock-agentcore:CreateCodeInterpreter",
  "cloudformation:CreateStack",
  "cloudformation:UpdateStack",
  "codebuild:CreateProject",
  "codebuild:UpdateProject",
  "datapipeline:CreatePipeline",
  "datapipeline:PutPipelineDefinition",
  "ec2:RequestSpotInstances",
  "ec2:RunInstances",
  "ecs:RegisterTaskDefinition",
  "ecs:RunTask",
  "ecs:StartTask",
  "glue:CreateDevEndpoint",
  "glue:CreateJob",
  "glue:UpdateJob",
  "lambda:CreateFunction",
  "sagemaker:CreateNotebookInstance",
  "sagemaker:CreateProcessingJob",
  "sagemaker:CreateTrainingJob",
  "ssm:StartAutomationExecution",
  "states:CreateStateMachine",
];

/** All of them, for a statement that allows everything but a list. */
export const escalatingActions: readonly string[] = [
  ...escalations.flatMap((e) => Object.keys(e.actions)),
  "iam:PassRole",
];
