/** One entry of `resource_changes`, as Terraform writes it. */
export interface ChangeJson {
  readonly address: string;
  readonly mode: "managed";
  readonly type: string;
  readonly name: string;
  readonly previous_address?: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly before: Readonly<Record<string, unknown>> | null;
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly importing?: { readonly id: string };
  };
}

/** A change of the object at `<type>.<name>`; `after` when it differs from what was there before. */
export function change(
  action: "create" | "delete" | "update" | "replace" | "import" | "no-op" | "move" | "forget",
  address: string,
  values: Readonly<Record<string, unknown>> = {},
  after: Readonly<Record<string, unknown>> = values,
): ChangeJson {
  const [type = "", name = ""] = address.split(".");
  const actions = { replace: ["delete", "create"], import: ["no-op"], move: ["no-op"] } as const;
  return {
    address,
    mode: "managed",
    type,
    name,
    ...(action === "move" ? { previous_address: `${address}_before` } : {}),
    change: {
      actions: action in actions ? actions[action as keyof typeof actions] : [action],
      before: action === "create" ? null : values,
      after: action === "delete" || action === "forget" ? null : after,
      ...(action === "import" ? { importing: { id: "some-id" } } : {}),
    },
  };
}

/** The document of `terraform show -json PLANFILE`. */
export function planJson(...changes: readonly ChangeJson[]): {
  readonly resource_changes: readonly ChangeJson[];
} {
  return { resource_changes: changes };
}

/** The document of `terraform show -json`, with these managed resources. */
export function stateJson(
  ...resources: readonly { readonly address: string; readonly values?: Readonly<Record<string, unknown>> }[]
) {
  const full = resources.map(({ address, values = {} }) => ({
    address,
    mode: "managed",
    type: address.slice(0, address.indexOf(".")),
    name: address.slice(address.indexOf(".") + 1),
    values,
  }));
  return { values: { root_module: { resources: full } } };
}
