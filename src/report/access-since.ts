import { isObject } from "../policy/policy-json.js";
import { parseObject } from "../terraform/json.js";
import type { PageData } from "./html/page-data.js";
import { pageGrants } from "./html/page-grants.js";
import { pageOf } from "./html/read-page.js";

/** Who has what where, without why. */
export interface PlainGrant {
  /** 12 digits. */
  readonly accountId: string;
  readonly accountName: string;
  readonly principalType: "GROUP" | "USER";
  readonly principalName: string;
  readonly permissionSet: string;
  /** ISO-8601 in UTC; null for a grant without end. */
  readonly expiresAt: string | null;
}

/** The grants of an earlier report. */
export interface EarlierAccess {
  /** Null when the report does not say. */
  readonly title: string | null;
  /** ISO-8601 in UTC; null when the report does not say. */
  readonly createdAt: string | null;
  readonly grants: readonly PlainGrant[];
}

/** What changed between an earlier report and now. */
export interface AccessSince extends Omit<EarlierAccess, "grants"> {
  readonly added: readonly PlainGrant[];
  readonly removed: readonly PlainGrant[];
  /** Grants that are in both and end at another time than before. */
  readonly ends: readonly { readonly grant: PlainGrant; readonly before: string | null }[];
}

/** Grants are the same by account id, kind and name of the principal, and name of the permission set. */
export function accessSince(earlier: EarlierAccess, grants: readonly PlainGrant[]): AccessSince {
  // Keys cost most with a hundred thousand grants: each is made once.
  const [keysBefore, keysNow] = [earlier.grants.map(keyOf), grants.map(keyOf)];
  const before = new Map(earlier.grants.map((g, i) => [keysBefore[i], g]));
  const now = new Set(keysNow);
  return {
    ...{ title: earlier.title, createdAt: earlier.createdAt },
    added: grants.filter((_, i) => !before.has(keysNow[i])),
    removed: earlier.grants.filter((_, i) => !now.has(keysBefore[i] ?? "")),
    ends: grants.flatMap((grant, i) => {
      const same = before.get(keysNow[i]);
      return same === undefined || same.expiresAt === grant.expiresAt
        ? []
        : [{ grant, before: same.expiresAt }];
    }),
  };
}

/**
 * The access in an earlier report: the HTML of `identity report`, or the JSON of `identity access` or of a
 * report with the same grants; null when the text is none of them.
 */
export function earlierAccess(text: string): EarlierAccess | null {
  const page = pageOf(text);
  return page === null ? accessOfJson(text) : accessOfPage(page);
}

function accessOfPage(page: PageData): EarlierAccess {
  return { title: page.title, createdAt: page.createdAt, grants: pageGrants(page, page.grants, 5) };
}

function accessOfJson(text: string): EarlierAccess | null {
  const value = parseObject(text);
  if (value?.["version"] !== 1 || !Array.isArray(value["grants"])) return null;
  const grants: readonly unknown[] = value["grants"];
  if (!grants.every(isPlainGrant)) return null;
  const [title, createdAt] = [value["title"], value["createdAt"]];
  return {
    title: typeof title === "string" ? title : null,
    createdAt: typeof createdAt === "string" ? createdAt : null,
    grants: grants.map(
      ({ accountId, accountName, principalType, principalName, permissionSet, expiresAt }) => ({
        ...{ accountId, accountName, principalType, principalName, permissionSet, expiresAt },
      }),
    ),
  };
}

export function isPlainGrant(value: unknown): value is PlainGrant {
  if (!isObject(value)) return false;
  const texts = ["accountId", "accountName", "principalName", "permissionSet"];
  const { principalType, expiresAt } = value;
  return (
    texts.every((key) => typeof value[key] === "string") &&
    (principalType === "GROUP" || principalType === "USER") &&
    (expiresAt === null || typeof expiresAt === "string")
  );
}

function keyOf({ accountId, principalType, principalName, permissionSet }: PlainGrant): string {
  return JSON.stringify([accountId, principalType, principalName, permissionSet]);
}
