import { enterprise, lists, texts } from "./user-attributes.js";

/** A schema as `/Schemas` tells it. */
export interface Schema {
  readonly [member: string]: unknown;
  readonly id: string;
}

/** Of users, of their extension, and of groups. */
export const schemas: readonly [Schema, Schema, Schema] = [
  schema("urn:ietf:params:scim:schemas:core:2.0:User", "User", [
    text("userName", true),
    complex("name", [
      "formatted",
      "familyName",
      "givenName",
      "middleName",
      "honorificPrefix",
      "honorificSuffix",
    ]),
    text("displayName", true),
    ...texts.map((name) => text(name)),
    attribute("active", "boolean"),
    ...lists.map((name) => complex(name, ["value", "type", "primary"], true)),
  ]),
  schema(enterprise, "EnterpriseUser", [
    ...["employeeNumber", "costCenter", "organization", "division", "department"].map((name) => text(name)),
    complex("manager", ["value", "$ref"]),
  ]),
  schema("urn:ietf:params:scim:schemas:core:2.0:Group", "Group", [
    text("displayName", true),
    complex("members", ["value", "$ref", "type"], true),
  ]),
];

function schema(id: string, name: string, attributes: readonly object[]): Schema {
  return { id, name, description: name, attributes, meta: { resourceType: "Schema" } };
}

function text(name: string, required = false): object {
  return attribute(name, "string", { required });
}

function complex(name: string, inner: readonly string[], multiValued = false): object {
  return attribute(name, "complex", { multiValued, subAttributes: inner.map((part) => text(part)) });
}

function attribute(name: string, type: string, more: object = {}): object {
  return {
    name,
    type,
    multiValued: false,
    required: false,
    caseExact: false,
    mutability: "readWrite",
    returned: "default",
    uniqueness: "none",
    ...more,
  };
}
