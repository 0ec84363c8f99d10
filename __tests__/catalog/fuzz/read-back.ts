import { isScalar, parse, parseAllDocuments, visit } from "yaml";
import type { AccountType, Assignment, Content } from "./data.js";

/** The content of a text as the YAML library alone reads it: no places, no rules, no program of ours. */
export function contentIn(text: string): Content {
  const file = parse(text, { merge: true, mapAsMap: true, logLevel: "silent" }) as Map<string, unknown>;
  const vars = at(at(at(at(file, "components"), "terraform"), "aws-sso"), "vars");
  const types = pairs(at(vars, "account_types")).map(([name, type]): [string, AccountType] => [
    name,
    {
      accounts: at(type, "all") === true ? "all" : names(at(type, "accounts")),
      exclude: names(at(type, "exclude")),
    },
  ]);
  return {
    ids: new Map(pairs(at(at(vars, "account_map"), "full_account_map")).map(([n, id]) => [n, String(id)])),
    types: new Map(types),
    byAccount: targets(at(vars, "account_assignments")),
    byType: targets(at(vars, "account_type_assignments")),
  };
}

/** Every text in the file, keys included, however it is quoted. */
export function scalarsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const document of parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent" })) {
    visit(document as Parameters<typeof visit>[0], {
      Scalar: (_key, node) => {
        if (isScalar(node)) found.push(node.source ?? "", String(node.value));
      },
    });
  }
  return found;
}

function targets(node: unknown): ReadonlyMap<string, readonly Assignment[]> {
  return new Map(
    pairs(node).map(([target, kinds]) => [
      target,
      (["groups", "users"] as const).flatMap((kind) =>
        pairs(at(kinds, kind)).map(([principal, value]) => ({
          kind,
          principal,
          sets: names(at(value, "permission_sets")),
        })),
      ),
    ]),
  );
}

function at(node: unknown, key: string): unknown {
  return node instanceof Map ? node.get(key) : undefined;
}

function pairs(node: unknown): readonly (readonly [string, unknown])[] {
  return node instanceof Map ? [...node].map(([key, value]) => [String(key), value] as const) : [];
}

function names(node: unknown): readonly string[] {
  return Array.isArray(node) ? node.map(String) : [];
}
