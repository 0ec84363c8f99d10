import { identityProviderSchema } from "../identity-provider/schema.js";
import { acceptedNames, unusedLabelVars } from "../schema/accepted.js";
import { componentSchema } from "../schema/component.js";
import { fileKeys } from "../schema/file-keys.js";
import type { JsonSchema } from "../schema/json-schema.js";
import { varsSchema } from "../schema/vars.js";
import { alwaysSets } from "../stock/always.js";
import { optionalSets } from "../stock/optional.js";
import { terraformSets } from "../stock/terraform.js";
import { type Key, keysOf } from "./records.js";
import { keyTables, table } from "./tables.js";

const backend = { suffix: "", bucketArn: "arn:aws:s3:::state", roleArn: "", tableArn: null };
const facts = { partition: "aws", sessionDuration: null, tags: {} };

/** What a mark `<!-- name: argument -->` of the page stands for; undefined when there is no such mark. */
export function generated(name: string, argument: string, seen: Set<string>): string | undefined {
  switch (name) {
    case "keys":
      return keyTables(wantedKeys(varsSchema, argument), seen);
    case "keys of the file":
      // A component and its vars have sections of their own.
      return keyTables(
        wantedKeys({ properties: fileKeys }, argument),
        new Set(["vars", "component", "identityProvider"]),
      );
    case "keys of a component":
      return keyTables(wantedKeys(componentSchema, argument), new Set(["vars"]));
    case "keys of an identity provider":
      return keyTables(wantedKeys(identityProviderSchema, argument), seen);
    case "keys without effect":
      return [...unusedLabelVars, ...acceptedNames]
        .sort()
        .map((key) => `- \`${key}\``)
        .join("\n");
    case "stock sets":
      return setTable([...alwaysSets(facts), ...terraformSets(facts, backend)]);
    case "optional sets":
      return setTable(optionalSets(facts, backend));
    default:
      return undefined;
  }
}

/** The keys that a mark names, in its order. */
export function keysNamed(argument: string): readonly string[] {
  return argument.split(",").map((key) => key.trim());
}

function wantedKeys(schema: JsonSchema, argument: string): readonly Key[] {
  const known = new Map(keysOf(schema).map((key) => [key.name, key]));
  return keysNamed(argument).map((name) => {
    const key = known.get(name);
    if (key === undefined) throw new Error(`the page has a mark for "${name}", which is not a key`);
    return key;
  });
}

function setTable(sets: readonly { readonly name: string; readonly description: string | null }[]): string {
  return table(
    ["permission set", "what it is for"],
    sets.map((set) => [`\`${set.name}\``, set.description ?? ""]),
  );
}
