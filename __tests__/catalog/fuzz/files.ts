import type { Content, Data, DataMap } from "./data.js";
import { varsOf } from "./vars.js";
import { type Choose, write } from "./write.js";

/** The texts of a catalog of this content: one file or two, where what the lower one says otherwise must not count. */
export function filesOf(content: Content, choose: Choose): Readonly<Record<string, string>> {
  const vars = varsOf(content);
  if (choose(2) === 0) return { "f.yaml": finish(write(component(vars), choose), choose) };
  const low = new Map([...vars].filter(([key]) => key !== "region" && choose(2) === 0));
  const high = new Map([...vars].filter(([key]) => !low.has(key)));
  const assignments = high.get("account_assignments");
  if (assignments instanceof Map) low.set("account_assignments", otherSets(assignments));
  const root = new Map<string, Data>([["import", ["lib/low"]], ...component(high)]);
  const below: DataMap = choose(2) === 0 ? component(low) : new Map([["vars", low]]);
  return {
    "f.yaml": finish(write(root, choose), choose),
    "lib/low.yaml": finish(write(below, choose), choose),
  };
}

function component(vars: DataMap): DataMap {
  const inside = new Map([["aws-sso", new Map([["vars", vars]])]]);
  return new Map([["components", new Map([["terraform", inside]])]]);
}

/** The same accounts and principals with other sets. */
function otherSets(data: DataMap): DataMap {
  return new Map(
    [...data].map(([key, value]) => [
      key,
      value instanceof Map ? otherSets(value) : ["PowerUserAccess", "AdministratorAccess"],
    ]),
  );
}

function finish(text: string, choose: Choose): string {
  const lines = choose(4) === 0 ? text.replaceAll("\n", "\r\n") : text;
  return `${choose(4) === 0 ? "\uFEFF" : ""}${choose(4) === 0 ? "---\n" : ""}${lines}`;
}
