import { levelNames } from "./badge.js";
import { type Context, goTo, replaceWith } from "./context.js";
import { el } from "./dom.js";
import { compareNames, type Model } from "./model.js";
import { noFilter, type State } from "./state.js";

/** The filters; they stay in the page, so that typing is not interrupted. */
export interface FilterBar {
  readonly element: HTMLElement;
  readonly show: (context: Context) => void;
}

type Key = "kind" | "privilege" | "set" | "type" | "ou";
type Option = readonly [value: string, text: string];

export function newFilterBar(model: Model): FilterBar {
  let now: Context | null = null;
  const change = (part: Partial<State>): void => {
    if (now !== null) goTo(now, part);
  };
  const search = el("input", {
    type: "search",
    id: "q",
    placeholder: "Name, account id, OU or permission set",
    autocomplete: "off",
    spellcheck: "false",
  });
  search.addEventListener("input", () => {
    if (now !== null) replaceWith(now, { q: search.value });
  });
  const selects = choices(model).map(({ key, label, all, options }) => {
    const select = el("select", { id: `f-${key}` }, el("option", { value: "" }, all));
    select.append(...options.map(([value, text]) => el("option", { value }, text)));
    select.addEventListener("change", () => change({ [key]: select.value }));
    return { key, select, field: field(label, select) };
  });
  const reset = el("button", { type: "button" }, "Clear");
  reset.addEventListener("click", () => change(noFilter));
  const count = el("p", { class: "shown", role: "status" });
  const element = el(
    "search",
    { class: "filters" },
    field("Search", search),
    ...selects.map((s) => s.field),
    reset,
    count,
  );
  const show = (context: Context): void => {
    now = context;
    const { state } = context;
    if (search.value !== state.q) search.value = state.q;
    for (const { key, select } of selects) {
      select.value = state[key];
      select.classList.toggle("set", state[key] !== "");
    }
    reset.hidden = (Object.keys(noFilter) as (keyof typeof noFilter)[]).every((key) => state[key] === "");
    const all = model.count.toLocaleString("en");
    count.textContent =
      context.grants.length === model.count
        ? `${all} grants`
        : `${context.grants.length.toLocaleString("en")} of ${all} grants`;
  };
  return { element, show };
}

function field(label: string, control: HTMLElement): HTMLElement {
  return el("div", { class: `field ${control.id}` }, el("label", { for: control.id }, label), control);
}

function choices({
  page,
  setRank,
}: Model): readonly { key: Key; label: string; all: string; options: readonly Option[] }[] {
  const same = (texts: Iterable<string>): readonly Option[] =>
    [...new Set(texts)].sort(compareNames).map((t) => [t, t]);
  const sets = page.setNames
    .map((name, i) => ({ name, rank: setRank[i] ?? 0 }))
    .sort((a, b) => a.rank - b.rank);
  const types = same(page.accounts.flatMap((a) => a.types));
  const ous = same(page.accounts.flatMap((a) => ousAbove(a.ou)));
  return [
    {
      key: "kind",
      label: "Who",
      all: "Groups and users",
      options: [
        ["GROUP", "Groups"],
        ["USER", "Users"],
      ],
    },
    { key: "privilege", label: "Privilege", all: "All", options: Object.entries(levelNames) },
    { key: "set", label: "Permission set", all: "All", options: sets.map(({ name }) => [name, name]) },
    { key: "type", label: "Account type", all: "All", options: types },
    { key: "ou", label: "OU", all: "All", options: ous },
  ];
}

/** An OU and those it is in, without the root: `/Platform`, `/Platform/Dev`. */
function ousAbove(ou: string | null): readonly string[] {
  const parts = (ou ?? "").split("/").filter(Boolean);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join("/")}`);
}
