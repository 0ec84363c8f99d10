import { iamConditionKeys, iamGlobalConditionKeys } from "../iam-data.js";
import { coversLower } from "./wildcard.js";

/** A condition key as AWS documents it. */
export interface KnownKey {
  /** In AWS's letters; a variable part is a placeholder: `aws:RequestTag/${TagKey}`. */
  readonly name: string;
  /** What its value is: `String`, `Numeric`, `ArrayOfString`, … */
  readonly type: string;
  /** The services whose actions have it; null when every service may. */
  readonly services: ReadonlySet<string> | null;
}

interface KeyIndex {
  readonly exact: ReadonlyMap<string, KnownKey>;
  readonly patterns: readonly (readonly [pattern: string, key: KnownKey])[];
}

let index: KeyIndex | undefined;

/** The condition key a name stands for, in any letter case; null when AWS documents none. */
export function findConditionKey(name: string): KnownKey | null {
  index ??= readIndex();
  const lower = name.toLowerCase();
  const exact = index.exact.get(lower);
  if (exact !== undefined) return exact;
  return index.patterns.find(([pattern]) => coversLower(pattern, lower))?.[1] ?? null;
}

/** Names of all condition keys, for suggestions. */
export function conditionKeyNames(): readonly string[] {
  index ??= readIndex();
  return [...index.exact.values()].map((key) => key.name);
}

function readIndex(): KeyIndex {
  const exact = new Map<string, KnownKey>();
  for (const word of iamGlobalConditionKeys()) {
    const [name = "", type = "String"] = word.split("=");
    exact.set(name.toLowerCase(), { name, type, services: null });
  }
  for (const line of iamConditionKeys()) {
    const [service = "", ...words] = line.split(" ");
    for (const word of words) {
      const [name = "", type = "String"] = word.split("=");
      const known = exact.get(name.toLowerCase());
      const services = new Set([...(known?.services ?? []), service]);
      exact.set(name.toLowerCase(), { name, type, services });
    }
  }
  const patterns = [...exact].flatMap(([name, key]): [string, KnownKey][] =>
    name.includes("${") ? [[name.replace(/\$\{[^}]*\}/g, "?*"), key]] : [],
  );
  return { exact, patterns };
}
