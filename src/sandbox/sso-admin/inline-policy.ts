import type {
  DeleteInlinePolicyFromPermissionSetRequest,
  DeleteInlinePolicyFromPermissionSetResponse,
  GetInlinePolicyForPermissionSetRequest,
  GetInlinePolicyForPermissionSetResponse,
  PutInlinePolicyToPermissionSetRequest,
  PutInlinePolicyToPermissionSetResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { findPermissionSet, notFound } from "./find.js";
import { requirePolicyDocument } from "./policy-document.js";

export function putInlinePolicy(
  context: Context,
  input: Checked<PutInlinePolicyToPermissionSetRequest>,
): PutInlinePolicyToPermissionSetResponse {
  const set = findPermissionSet(context, input);
  requirePolicyDocument(input.InlinePolicy);
  set.inlinePolicy = input.InlinePolicy;
  set.revision += 1;
  return {};
}

/** Without a policy the answer is an empty text and no error. */
export function getInlinePolicy(
  context: Context,
  input: Checked<GetInlinePolicyForPermissionSetRequest>,
): GetInlinePolicyForPermissionSetResponse {
  return { InlinePolicy: findPermissionSet(context, input).inlinePolicy ?? "" };
}

export function deleteInlinePolicy(
  context: Context,
  input: Checked<DeleteInlinePolicyFromPermissionSetRequest>,
): DeleteInlinePolicyFromPermissionSetResponse {
  const set = findPermissionSet(context, input);
  if (set.inlinePolicy === null) throw notFound(`${set.name} has no inline policy.`);
  set.inlinePolicy = null;
  set.revision += 1;
  return {};
}
