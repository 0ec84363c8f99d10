import type { Instance } from "../../directory/directory.js";
import type { PlainGrant } from "../access-since.js";
import { type Indexed, indexed } from "./indexed.js";
import type { ReportFinding, ReportGrant, ReportInput, ReportSet } from "./input.js";

/**
 * What the page carries, as JSON: names once, and grants as numbers that point at them, so that a hundred
 * thousand grants take a few megabytes.
 */
export interface PageData {
  readonly version: 1;
  readonly title: string;
  readonly createdAt: string;
  readonly instance: Instance | null;
  readonly accounts: readonly PageAccount[];
  readonly principals: readonly PagePrincipal[];
  /** Names of the permission sets that grants point at; `sets` may describe fewer of them, or more. */
  readonly setNames: readonly string[];
  readonly sets: readonly ReportSet[];
  /** Instants at which grants end. */
  readonly ends: readonly string[];
  /** Lists of places in the catalog. */
  readonly sources: readonly (readonly string[])[];
  /** Five numbers a grant: account, principal, set, end (-1: none), sources. */
  readonly grants: readonly number[];
  readonly findings: readonly ReportFinding[] | null;
  /** Grants of four numbers: account, principal, set, end. */
  readonly drift: { readonly missing: readonly number[]; readonly undeclared: readonly number[] } | null;
  readonly since: PageSince | null;
}

export interface PageAccount {
  readonly id: string;
  readonly name: string;
  readonly ou: string | null;
  readonly types: readonly string[];
}

export interface PagePrincipal {
  readonly type: "GROUP" | "USER";
  readonly name: string;
}

/** Changes since another report. */
export interface PageSince {
  readonly title: string | null;
  readonly createdAt: string | null;
  /** Grants of four numbers: account, principal, set, end. */
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Grants of five numbers: account, principal, set, end now, end before. */
  readonly ends: readonly number[];
}

/** The data of the page of a report. */
export function pageData(input: ReportInput): PageData {
  const { title, createdAt, instance, sets, findings, drift, since } = input;
  const tables = newTables();
  const grants: number[] = [];
  for (const grant of input.grants) {
    grants.push(...plainNumbers(tables, grant, grant));
    grants.push(tables.sources.at(grant.sources.join("\n"), grant.sources));
  }
  const plain = (list: readonly PlainGrant[]) => list.flatMap((g) => plainNumbers(tables, g, null));
  return {
    version: 1,
    ...{ title, createdAt, instance },
    drift: drift === null ? null : { missing: plain(drift.missing), undeclared: plain(drift.undeclared) },
    since:
      since === null
        ? null
        : {
            ...{ title: since.title, createdAt: since.createdAt },
            added: plain(since.added),
            removed: plain(since.removed),
            ends: since.ends.flatMap(({ grant, before }) => [
              ...plainNumbers(tables, grant, null),
              endNumber(tables, before),
            ]),
          },
    accounts: tables.accounts.items,
    principals: tables.principals.items,
    setNames: tables.sets.items,
    sets,
    ends: tables.ends.items,
    sources: tables.sources.items,
    grants,
    findings,
  };
}

interface Tables {
  readonly accounts: Indexed<PageAccount>;
  readonly principals: Indexed<PagePrincipal>;
  readonly sets: Indexed<string>;
  readonly ends: Indexed<string>;
  readonly sources: Indexed<readonly string[]>;
}

function newTables(): Tables {
  return {
    accounts: indexed(),
    principals: indexed(),
    sets: indexed(),
    ends: indexed(),
    sources: indexed(),
  };
}

function plainNumbers(tables: Tables, grant: PlainGrant, place: ReportGrant | null): readonly number[] {
  const { accountId: id, accountName, principalType: type, principalName, permissionSet } = grant;
  return [
    tables.accounts.at(id, {
      ...{ id, name: accountName },
      ...{ ou: place?.ou ?? null, types: place?.accountTypes ?? [] },
    }),
    tables.principals.at(`${type} ${principalName}`, { type, name: principalName }),
    tables.sets.at(permissionSet, permissionSet),
    endNumber(tables, grant.expiresAt),
  ];
}

function endNumber(tables: Tables, end: string | null): number {
  return end === null ? -1 : tables.ends.at(end, end);
}
