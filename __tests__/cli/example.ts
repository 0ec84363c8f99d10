import { parse, stringify } from "yaml";
import { formatSnapshot } from "../../src/directory/snapshot.js";
import { accountMap, catalogText, groups, users } from "../doubles/catalog.js";
import { account, directoryOf } from "../doubles/directory.js";

export const catalogPath = "catalog/aws-sso.yaml";

/** A catalog that needs no directory, with a group, a user, an account type and a set of its own. */
export const exampleCatalog = catalogText({
  account_map: accountMap({ root: "100000000001", dev: "100000000002" }),
  account_types: { all: { accounts: ["*"] } },
  permission_sets: {
    Own: {
      description: "our own",
      managed_policies: ["ReadOnlyAccess"],
      customer_managed_policies: [{ name: "Team", path: "/team/" }],
      inline_policy: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:Get*", Resource: "arn:aws:s3:::b/*" }],
      },
      permissions_boundary: { customer_managed_policy: { name: "Edge", path: "/" } },
      session_duration: "PT4H",
      relay_state: "https://console.aws.amazon.com/s3",
      tags: { Team: "storage" },
    },
  },
  account_assignments: { dev: { ...groups({ Admins: ["Own"] }), ...users({ "jo@example.com": ["Own"] }) } },
  account_type_assignments: { all: groups({ Admins: ["ReadOnlyAccess"] }) },
});

/** AWS's side of the sign-in, as the console shows it. */
export const serviceProvider = {
  entity_id: "https://us-east-1.signin.aws.amazon.com/platform/saml/d-1234567890",
  acs_urls: ["https://us-east-1.signin.aws/platform/saml/acs/0123456789ab-1111-2222-3333-444444444444"],
};

/** The same catalog with the vars of a component identity-provider. */
export function catalogWithProvider(vars: object): string {
  const file = parse(exampleCatalog) as { components: { terraform: Record<string, unknown> } };
  file.components.terraform["identity-provider"] = { vars };
  return stringify(file);
}

/** A catalog that means nothing without a directory. */
export const namedCatalog = catalogText({
  account_assignments: { dev: groups({ Admins: ["ReadOnlyAccess"] }) },
});

/** A catalog with one mistake: a set that is not there. */
export const invalidCatalog = catalogText({
  account_map: accountMap({ dev: "100000000002" }),
  account_assignments: { dev: groups({ Admins: ["ReadOnlyAcess"] }) },
});

/** A snapshot in which the account is called "dev". */
export const snapshot = formatSnapshot(
  directoryOf({ accounts: [account("100000000002", "dev")], groups: ["Admins"] }),
);

/** Line and column, from 1, of the nth time `needle` stands in the text. */
export function placeOf(
  text: string,
  needle: string,
  nth = 1,
): { readonly line: number; readonly column: number } {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(needle, at + 1);
  if (at < 0) throw new Error(`no ${needle} in the text`);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
