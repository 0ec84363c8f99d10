import type { Explanation } from "../access/explain/explain.js";
import type { LeftOut } from "../access/explain/left-out.js";
import type { Nearest } from "../access/explain/nearest.js";
import type { Via } from "../access/explain/via.js";
import type { Span } from "../diagnostic/diagnostic.js";
import { leftOutSentence, nearestSentence } from "./explain-sentences.js";

/** See docs/json/explain.schema.json. */
export function explainJson({ filter, grants, leftOut, nearest }: Explanation): string {
  const object = {
    version: 1,
    grants: grants.map(({ grant, because }) => ({
      accountId: grant.accountId,
      accountName: grant.accountName,
      principalType: grant.principalType,
      principalName: grant.principalName,
      permissionSet: grant.permissionSet,
      expiresAt: grant.expiresAt,
      because: because.map((b) => ({ ...place(b.span), path: b.path, via: b.via.map(viaFields) })),
    })),
    leftOut: leftOut.map(leftOutFields),
    nearest: nearest === null ? null : nearestFields(nearest, nearestSentence(nearest, filter)),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}

function place({ file, line, column }: Span): Pick<Span, "file" | "line" | "column"> {
  return { file, line, column };
}

function viaFields({ kind, name, chosen, value, span, usedAt }: Via): object {
  return { kind, name, chosen, value, ...place(span), usedAt: usedAt === null ? null : place(usedAt) };
}

function leftOutFields(left: LeftOut): object {
  const { reason, span, by, principal, path, accountType, accounts, permissionSets, fields, endedAt } = left;
  return {
    reason,
    message: leftOutSentence(left),
    ...place(span),
    path,
    accountType,
    accounts,
    principalType: principal?.type ?? null,
    principalName: principal?.name ?? null,
    permissionSets,
    fields,
    endedAt,
    replacedBy: by === null ? null : place(by),
  };
}

function nearestFields({ kind, meant, places, edit }: Nearest, message: string): object {
  return {
    kind,
    message,
    meant,
    places: places.map(({ span, path, principal, permissionSets }) => ({
      ...place(span),
      path,
      principalType: principal?.type ?? null,
      principalName: principal?.name ?? null,
      permissionSets,
    })),
    edit:
      edit === null
        ? null
        : {
            ...place(edit.span),
            path: edit.path,
            exists: edit.exists,
            permissionSet: edit.permissionSet,
            accounts: edit.accounts,
            sharedWith: edit.sharedWith,
          },
  };
}
