import { counted } from "../../diagnostic/counted.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { State } from "../../terraform/state-json.js";
import type { Facts } from "../facts.js";

/** A delegated administrator cannot grant anything in the management account. */
export function managementAccountIsReachable({ directory, caller, model }: Facts): readonly Diagnostic[] {
  if (caller.accountId === directory.managementAccountId) return [];
  const grants = model.grants.filter((g) => g.accountId === directory.managementAccountId);
  if (grants.length === 0) return [];
  return [
    {
      code: "IDC404",
      severity: "error",
      message: `${counted(grants.length, "grant")} in the management account ${directory.managementAccountId}, but these credentials are of ${caller.accountId}`,
      span: grants[0]?.sources[0] ?? null,
      hint: "a delegated administrator cannot grant there: use credentials of the management account, or remove these grants",
    },
  ];
}

/** A group to create is not one that the identity provider already syncs: Terraform would take it over. */
export function createdGroupsAreNotSynced({ catalog, directory }: Facts): readonly Diagnostic[] {
  const synced = new Set(directory.groups.filter((g) => g.scim).map((g) => g.displayName));
  return catalog.groups
    .filter((g) => synced.has(g.name))
    .map((g) => ({
      code: "IDC407",
      severity: "error",
      message: `group "${g.name}" exists already and was made by SCIM`,
      span: g.span,
      hint: "move it from groups to idp_groups: two writers would fight over it",
    }));
}

/** The state belongs to the instance that answers: the sandbox never touches a real state, nor the reverse. */
export function stateBelongsToInstance({ directory }: Facts, state: State): readonly Diagnostic[] {
  return state.instanceArns
    .filter((arn) => arn !== directory.instance.arn)
    .map((arn) => ({
      code: "IDC406",
      severity: "error",
      message: `the state belongs to instance ${arn}, but ${directory.instance.arn} answers`,
      span: null,
      hint: "use the credentials and region of that instance, or another --stack with a state of its own",
    }));
}

/** `enabled: false` declares nothing, so a deploy takes away everything that was deployed before: say so. */
export function disablingTakesNothingAway({ catalog }: Facts, state: State): readonly Diagnostic[] {
  if (catalog.enabled || state.resources.length === 0) return [];
  return [
    {
      code: "IDC410",
      severity: "warning",
      message: `enabled is false: a deploy takes away all that was deployed, ${counted(state.resources.length, "object")}`,
      span: catalog.span,
      hint: "set enabled to true to keep the access",
    },
  ];
}
