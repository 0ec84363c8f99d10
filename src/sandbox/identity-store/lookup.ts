import type { AlternateIdentifier, Filter } from "@aws-sdk/client-identitystore";
import type { ExternalIdRecord } from "../world/identity-store.js";
import { invalid } from "./find.js";

/** What can be looked up: by its attributes and by the ids of other systems. */
interface Named {
  readonly externalIds: readonly ExternalIdRecord[];
}

/** How to read the unique attributes of a kind of member, by attribute path in lower case. */
export type UniqueAttributes<Item> = Readonly<Record<string, (item: Item) => unknown>>;

/** The member an alternate identifier stands for. Values are compared exactly, upper and lower case too. */
export function byAlternateIdentifier<Item extends Named>(
  items: readonly Item[],
  identifier: AlternateIdentifier,
  attributes: UniqueAttributes<Item>,
): Item | undefined {
  const { ExternalId: external, UniqueAttribute: unique } = identifier;
  if (external !== undefined) {
    const { Issuer, Id } = external;
    return items.find((item) => item.externalIds.some((other) => other.Issuer === Issuer && other.Id === Id));
  }
  const read = attributeReader(unique?.AttributePath, attributes);
  return items.find((item) => read(item) === unique?.AttributeValue);
}

/** The members a list request's filter lets through; without a filter, all. */
export function filtered<Item>(
  items: readonly Item[],
  filters: readonly Filter[] | undefined,
  attributes: UniqueAttributes<Item>,
): readonly Item[] {
  const [filter] = filters ?? [];
  if (filter === undefined) return items;
  const read = attributeReader(filter.AttributePath, attributes);
  return items.filter((item) => read(item) === filter.AttributeValue);
}

function attributeReader<Item>(path: string | undefined, attributes: UniqueAttributes<Item>) {
  const name = path?.toLowerCase() ?? "";
  const read = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (read === undefined) throw invalid(`The attribute path ${path} is not supported here.`);
  return read;
}
