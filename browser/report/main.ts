import type { PageData } from "../../src/report/html/page-data.js";
import type { Context } from "./context.js";
import { el, fill } from "./dom.js";
import { selected } from "./filter.js";
import { newFilterBar } from "./filter-bar.js";
import { masthead, showTabs } from "./masthead.js";
import { newModel } from "./model.js";
import { filterText, printedMatrix } from "./print.js";
import { stateOf, type View, views } from "./state.js";
import { accountView } from "./views/account.js";
import { changesView, driftView } from "./views/changes.js";
import { endsView } from "./views/ends.js";
import { findingsView } from "./views/findings.js";
import { newMatrixView } from "./views/matrix.js";
import { principalView } from "./views/principal.js";
import { setsView } from "./views/sets.js";

const shownBy: Readonly<Record<Exclude<View, "matrix">, (context: Context) => HTMLElement>> = {
  account: accountView,
  principal: principalView,
  sets: setsView,
  ends: endsView,
  findings: findingsView,
  drift: driftView,
  changes: changesView,
};

function start(data: PageData): void {
  const model = newModel(data);
  const matrix = newMatrixView();
  const bar = newFilterBar(model);
  const nav = el("nav", { class: "tabs", "aria-label": "Views" });
  const main = el("main", { id: "main", tabindex: -1 });
  const paper = el("div", { class: "paper" });
  const app = document.getElementById("app");
  if (app === null) return;
  const skip = el("a", { href: "#main", class: "skip" }, "Skip to the content");
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    main.focus();
  });
  fill(app, skip, masthead(model), nav, bar.element, main, paper);

  let context: Context | null = null;
  const show = (): void => {
    const state = stateOf(location.hash);
    const before = context?.state.view;
    const focused = document.activeElement?.id ?? "";
    context = { model, state, grants: selected(model, state) };
    document.title = `${views[state.view]} · ${data.title}`;
    document.body.dataset["view"] = state.view;
    showTabs(nav, context);
    bar.show(context);
    if (state.view === "matrix") {
      if (before !== "matrix") fill(main, matrix.element);
      matrix.show(context);
    } else fill(main, shownBy[state.view](context));
    // What had the focus was made anew.
    if (before === state.view && focused !== "") document.getElementById(focused)?.focus();
    if (before !== undefined && before !== state.view) main.focus({ preventScroll: true });
  };
  const print = (isPaper: boolean): void => {
    if (context === null) return;
    const filters = el("p", { class: "lead" }, filterText(context));
    fill(
      paper,
      ...(isPaper ? [filters, ...(context.state.view === "matrix" ? [printedMatrix(context)] : [])] : []),
    );
  };
  addEventListener("hashchange", show);
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
  matchMedia("print").addEventListener("change", (event) => print(event.matches));
  show();
}

start(JSON.parse(document.getElementById("report-data")?.textContent ?? "null"));
