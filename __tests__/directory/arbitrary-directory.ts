import fc from "fast-check";
import type { Account, Directory } from "../../src/directory/directory.js";

const text = fc.string({ minLength: 1, maxLength: 12, unit: "binary" });
const digits = fc.stringMatching(/^\d{12}$/);

const account: fc.Arbitrary<Account> = fc.record({
  id: digits,
  name: text,
  status: fc.constantFrom("PENDING_ACTIVATION", "ACTIVE", "SUSPENDED", "PENDING_CLOSURE", "CLOSED"),
  ou: text.map((name) => `/${name}`),
  ouIds: fc.array(text, { minLength: 1, maxLength: 4 }),
  tags: fc.dictionary(text, fc.string({ unit: "binary" }), { maxKeys: 4 }),
});

/** Any directory that AWS could have, its lists in any order. */
export const arbitraryDirectory: fc.Arbitrary<Directory> = fc.record({
  version: fc.constant(1),
  instance: fc.record({
    arn: text.map((id) => `arn:aws:sso:::instance/${id}`),
    identityStoreId: text,
    ownerAccountId: digits,
    region: text,
  }),
  managementAccountId: digits,
  accounts: fc.uniqueArray(account, { selector: (a) => a.id, maxLength: 6 }),
  groups: fc.uniqueArray(fc.record({ id: text, displayName: text, scim: fc.boolean() }), {
    selector: (g) => g.displayName,
    maxLength: 6,
  }),
  users: fc.uniqueArray(fc.record({ id: text, userName: text, scim: fc.boolean() }), {
    selector: (u) => u.userName,
    maxLength: 6,
  }),
});
