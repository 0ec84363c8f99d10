/** What the reader looks at. */
export const views = {
  matrix: "Matrix",
  account: "Account",
  principal: "Group or user",
  sets: "Permission sets",
  ends: "Ending",
  findings: "Findings",
  drift: "Drift",
  changes: "Changes",
} as const;
export type View = keyof typeof views;

/** All that the page remembers, in the hash of its address. */
export interface State {
  readonly view: View;
  /** Words that are looked for. */
  readonly q: string;
  /** `GROUP`, `USER` or "" for both. */
  readonly kind: string;
  /** A privilege, or "" for all. */
  readonly privilege: string;
  /** A permission set, or "" for all. */
  readonly set: string;
  /** An account type, or "" for all. */
  readonly type: string;
  /** An organizational unit, whose own units are included, or "" for all. */
  readonly ou: string;
  /** Account types or OUs, by which the columns are collected. */
  readonly by: "type" | "ou";
  /** Keys of the collections of columns that are open. */
  readonly open: readonly string[];
  /** Id of the account of the view of an account. */
  readonly account: string;
  /** Kind and name of the principal of the view of a principal. */
  readonly who: string;
  /** Name of the permission set of the view of sets. */
  readonly show: string;
  /** A severity of findings, or "" for all. */
  readonly severity: string;
}

export const initial: State = {
  ...{ view: "matrix", q: "", kind: "", privilege: "", set: "", type: "", ou: "" },
  ...{ by: "type", open: [], account: "", who: "", show: "", severity: "" },
};

const texts = ["q", "kind", "privilege", "set", "type", "ou", "account", "who", "show", "severity"] as const;

/** The filters of grants, with nothing filtered. */
export const noFilter = { q: "", kind: "", privilege: "", set: "", type: "", ou: "" } as const;

/** `#view=account&account=111111111111`; what is as at first is left out. */
export function hashOf(state: State): string {
  const params = new URLSearchParams();
  if (state.view !== initial.view) params.set("view", state.view);
  for (const key of texts) {
    if (state[key] !== "") params.set(key, state[key]);
  }
  if (state.by !== initial.by) params.set("by", state.by);
  for (const key of state.open) params.append("open", key);
  return `#${params}`;
}

/** Reads what `hashOf` wrote; what it does not know is as at first. */
export function stateOf(hash: string): State {
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  const found = Object.fromEntries(texts.map((key) => [key, params.get(key) ?? ""]));
  const view = params.get("view") ?? "";
  return {
    ...initial,
    ...found,
    view: isView(view) ? view : initial.view,
    by: params.get("by") === "ou" ? "ou" : "type",
    open: params.getAll("open"),
  };
}

function isView(text: string): text is View {
  return Object.hasOwn(views, text);
}
