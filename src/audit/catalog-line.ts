/** A grant by names. */
export interface NamedGrant {
  readonly account: string;
  readonly principalType: "GROUP" | "USER";
  readonly principalName: string;
  readonly permissionSet: string;
}

/** What the catalog would have to say of a grant, as one line of YAML below `vars`. */
export function catalogLine({ account, principalType, principalName, permissionSet }: NamedGrant): string {
  const kind = principalType === "GROUP" ? "groups" : "users";
  const sets = `{ permission_sets: [${quoted(permissionSet)}] }`;
  return `account_assignments: { ${quoted(account)}: { ${kind}: { ${quoted(principalName)}: ${sets} } } }`;
}

/** Quotes whatever YAML might read as something else. */
function quoted(text: string): string {
  const isName = /^[A-Za-z][\w-]*$/.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isName ? text : JSON.stringify(text);
}
