import { type Context, goTo } from "../context.js";
import { el } from "../dom.js";

/** A choice that changes the address. */
export function chooser(
  context: Context,
  label: string,
  key: "account" | "who" | "show",
  options: readonly { readonly value: string; readonly text: string }[],
): HTMLElement {
  const now = context.state[key];
  const select = el("select", { id: `choose-${key}` });
  if (!options.some(({ value }) => value === now)) {
    select.append(el("option", { value: now }, now === "" ? "Choose…" : `${now} (not in this report)`));
  }
  select.append(...options.map(({ value, text }) => el("option", { value }, text)));
  select.value = now;
  select.addEventListener("change", () => goTo(context, { [key]: select.value }));
  return el("p", { class: "chooser" }, el("label", { for: select.id }, label), select);
}
