import { isObject } from "../shape/json-object.js";

/** The identity store writes `GivenName` for what SCIM calls `givenName`; this and `toScim` are each other's inverse. */
export function toStore(value: unknown): unknown {
  return renamed(value, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

export function toScim(value: unknown): unknown {
  return renamed(value, (name) => name.charAt(0).toLowerCase() + name.slice(1));
}

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [rename(name), renamed(inner, rename)]),
  );
}
