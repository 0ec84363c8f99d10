import type { UpdateGroupRequest, UpdateGroupResponse } from "@aws-sdk/client-identitystore";
import type { Checked, Context } from "../service/operation.js";
import { checkShape } from "../shape/check.js";
import { structure } from "../shape/shape.js";
import { findGroup, invalid } from "./find.js";
import { requireUniqueName } from "./groups.js";
import { groupName, sensitive } from "./members.js";

const values = structure({}, { displayName: groupName, description: sensitive });

/** Sets or, without a value, clears the display name and the description; nothing else can change. */
export function updateGroup(context: Context, input: Checked<UpdateGroupRequest>): UpdateGroupResponse {
  const group = findGroup(context, input);
  let { displayName, description } = group;
  for (const { AttributePath: path, AttributeValue: value } of input.Operations) {
    const name = path?.toLowerCase();
    if (name === "displayname") displayName = textOf("displayName", value);
    else if (name === "description") description = textOf("description", value);
    else throw invalid(`The attribute path ${path} cannot be updated.`);
  }
  if (displayName !== group.displayName) requireUniqueName(context, displayName);
  group.displayName = displayName;
  group.description = description;
  group.updatedAt = context.now;
  return {};
}

function textOf(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const problem = checkShape(values, { [name]: value });
  if (problem !== null) throw invalid(problem.message);
  return String(value);
}
