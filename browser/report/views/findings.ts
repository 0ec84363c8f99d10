import type { ReportFinding } from "../../../src/report/html/input.js";
import { type Context, hrefOf } from "../context.js";
import { el, named } from "../dom.js";
import { matches } from "../filter.js";
import { accountLink, whoLink } from "../parts.js";

const severities = ["error", "warning", "info"] as const;

/** What an audit found, the most severe first. */
export function findingsView(context: Context): HTMLElement {
  const { findings } = context.model.page;
  const { state } = context;
  const title = el("h2", {}, "Findings");
  if (findings === null)
    return el(
      "section",
      {},
      title,
      el("p", { class: "none" }, "Not known: this report was made without an audit."),
    );
  const links = ["", ...severities].map((severity) => {
    const count = findings.filter((f) => severity === "" || f.severity === severity).length;
    const current = state.severity === severity ? "true" : null;
    return el(
      "li",
      {},
      el(
        "a",
        { id: `severity-${severity}`, href: hrefOf(context, { severity }), "aria-current": current },
        `${severity || "all"} ${count}`,
      ),
    );
  });
  const shown = findings.filter(
    (f) =>
      (state.severity === "" || f.severity === state.severity) &&
      matches(
        state.q,
        f.code,
        f.message,
        f.hint ?? "",
        ...f.details,
        f.subject.principalName ?? "",
        f.subject.accountId ?? "",
      ),
  );
  const sorted = severities.flatMap((severity) => shown.filter((f) => f.severity === severity));
  return el(
    "section",
    {},
    title,
    el("nav", { "aria-label": "Severity" }, el("ul", { class: "chips" }, ...links)),
    sorted.length === 0
      ? el("p", { class: "none" }, findings.length === 0 ? "The audit found nothing." : "No finding matches.")
      : el("ol", { class: "findings" }, ...sorted.map((f) => item(context, f))),
  );
}

function item(context: Context, finding: ReportFinding): HTMLElement {
  const { code, severity, message, hint, details, file, line, column } = finding;
  const place = file === null ? null : [file, line, column].filter((part) => part !== null).join(":");
  const subjects = [...about(context, finding), ...(place === null ? [] : [el("code", {}, place)])];
  const pre = el("pre", { tabindex: 0, "aria-label": `Details of ${code}` });
  for (const detail of details) pre.append(el("span", {}, detail), "\n");
  return el(
    "li",
    { class: severity },
    el(
      "p",
      { class: "message" },
      el("span", { class: `severity ${severity}` }, severity),
      el("code", {}, code),
      el("span", {}, named(message)),
    ),
    details.length === 0 ? null : pre,
    hint === null ? null : el("p", { class: "hint" }, named(hint)),
    subjects.length === 0 ? null : el("p", { class: "about" }, ...subjects),
  );
}

function about(context: Context, { subject }: ReportFinding): readonly HTMLElement[] {
  const { accounts, principals } = context.model.page;
  const account = accounts.findIndex((a) => a.id === subject.accountId);
  const who = principals.findIndex(
    (p) => p.type === subject.principalType && p.name === subject.principalName,
  );
  const { permissionSet: set } = subject;
  return [
    ...(account < 0 ? [] : [accountLink(context, account)]),
    ...(who < 0 ? [] : [whoLink(context, who)]),
    ...(set === null ? [] : [el("a", { href: hrefOf(context, { view: "sets", show: set }) }, named(set))]),
  ];
}
