import type {
  DescribeOrganizationalUnitRequest,
  DescribeOrganizationalUnitResponse,
  ListChildrenRequest,
  ListChildrenResponse,
  ListOrganizationalUnitsForParentRequest,
  ListOrganizationalUnitsForParentResponse,
  ListParentsRequest,
  ListParentsResponse,
  ListRootsRequest,
  ListRootsResponse,
  OrganizationalUnit,
} from "@aws-sdk/client-organizations";
import { failure } from "../service/failure.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { OrganizationalUnitRecord } from "../world/organization.js";
import { arnOf, idPath, paging, requireParent } from "./find.js";

export function listRoots(context: Context, input: Checked<ListRootsRequest>): ListRootsResponse {
  const { rootId } = context.world.organization;
  const { items, next } = page(context, input, [rootId], (id) => id, paging);
  const roots = items.map((id) => ({
    Id: id,
    Arn: arnOf(context, "root", id),
    Name: "Root",
    PolicyTypes: [],
  }));
  return { Roots: roots, ...next };
}

export function listUnitsForParent(
  context: Context,
  input: Checked<ListOrganizationalUnitsForParentRequest>,
): ListOrganizationalUnitsForParentResponse {
  requireParent(context, input.ParentId);
  const all = Object.values(context.world.organization.units);
  const units = all.filter((unit) => unit.parentId === input.ParentId);
  const { items, next } = page(context, input, units, (unit) => unit.id, paging);
  return { OrganizationalUnits: items.map((unit) => shown(context, unit)), ...next };
}

export function describeUnit(
  context: Context,
  input: Checked<DescribeOrganizationalUnitRequest>,
): DescribeOrganizationalUnitResponse {
  const id = input.OrganizationalUnitId;
  const unit = context.world.organization.units[id];
  if (unit === undefined) {
    throw failure("OrganizationalUnitNotFoundException", `There is no organizational unit ${id}.`);
  }
  return { OrganizationalUnit: shown(context, unit) };
}

export function listParents(context: Context, input: Checked<ListParentsRequest>): ListParentsResponse {
  const { accounts, units, rootId } = context.world.organization;
  const child = accounts[input.ChildId] ?? units[input.ChildId];
  if (child === undefined) {
    throw failure("ChildNotFoundException", `There is no account or organizational unit ${input.ChildId}.`);
  }
  const { items, next } = page(context, input, [child.parentId], (id) => id, paging);
  const parents = items.map((Id) => ({ Id, Type: Id === rootId ? "ROOT" : "ORGANIZATIONAL_UNIT" }) as const);
  return { Parents: parents, ...next };
}

export function listChildren(context: Context, input: Checked<ListChildrenRequest>): ListChildrenResponse {
  requireParent(context, input.ParentId);
  const { accounts, units } = context.world.organization;
  const all = Object.values(input.ChildType === "ACCOUNT" ? accounts : units);
  const children = all.filter((child) => child.parentId === input.ParentId);
  const { items, next } = page(context, input, children, (child) => child.id, paging);
  return { Children: items.map((child) => ({ Id: child.id, Type: input.ChildType })), ...next };
}

function shown(context: Context, unit: OrganizationalUnitRecord): OrganizationalUnit {
  const arn = arnOf(context, "ou", unit.id);
  return { Id: unit.id, Arn: arn, Name: unit.name, Path: idPath(context, unit.id) };
}
