import type { AccountAndSet } from "../directory/live-access.js";
import type { ExtraPrincipal } from "../directory/read-by-principals.js";
import { asText } from "../terraform/json.js";
import type { State } from "../terraform/state-json.js";

/** The groups and users that the state has grants of, and where: each once. */
export function recordedPrincipals({ resources }: State): readonly ExtraPrincipal[] {
  const principals = new Map<string, { type: "GROUP" | "USER"; id: string; pairs: AccountAndSet[] }>();
  for (const { type: resource, values } of resources) {
    if (resource !== "aws_ssoadmin_account_assignment") continue;
    const id = asText(values["principal_id"]);
    const accountId = asText(values["target_id"]);
    const permissionSetArn = asText(values["permission_set_arn"]);
    if (id === null || accountId === null || permissionSetArn === null) continue;
    const type = values["principal_type"] === "USER" ? "USER" : "GROUP";
    const known = principals.get(`${type} ${id}`) ?? { type, id, pairs: [] };
    known.pairs.push({ accountId, permissionSetArn });
    principals.set(`${type} ${id}`, known);
  }
  return [...principals.values()];
}
