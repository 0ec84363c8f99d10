const text = { type: "string", minLength: 1 };
const accountId = { type: "string", pattern: "^\\d{12}$" };
const flag = { type: "boolean" };

/** The JSON Schema of a snapshot, the text of a `Directory`. */
export const snapshotSchema = record({
  version: { const: 1 },
  instance: record({
    arn: { type: "string", pattern: "^arn:[a-z-]+:sso:::instance/" },
    identityStoreId: text,
    ownerAccountId: accountId,
    region: text,
  }),
  managementAccountId: accountId,
  accounts: list({
    id: accountId,
    name: text,
    status: { enum: ["PENDING_ACTIVATION", "ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"] },
    ou: { type: "string", pattern: "^/" },
    ouIds: { type: "array", items: text },
    tags: { type: "object", additionalProperties: { type: "string" } },
  }),
  groups: list({ id: text, displayName: text, scim: flag }),
  users: list({ id: text, userName: text, scim: flag }),
});

function record(properties: Readonly<Record<string, object>>) {
  return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
}

function list(properties: Readonly<Record<string, object>>) {
  return { type: "array", items: record(properties) };
}
