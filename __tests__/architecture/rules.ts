import type { Edge } from "./graph.js";

/** The folders of src, each of which may import those above it. */
const order = [
  ...["diagnostic", "policy", "catalog", "directory", "access", "terraform", "idp", "audit", "adopt"],
  ...["workflow", "report", "sandbox", "cli"],
];
const forStacks = ["access", "catalog", "diagnostic"];
const terraformCode = /^(#cdktf|#provider-(aws|okta|azuread)\/|cdktf|cdktn|@cdktf\/|@cdktn\/|constructs)/;
const outside =
  /^(node:)?(fs|fs\/promises|child_process|http|https|net|tls|process|readline|worker_threads)$/;

/** Adapters of src/ whose names do not begin with "node-". */
const adapters = ["src/directory/clients.ts", "src/terraform/lock-file.ts", "src/terraform/log-file.ts"];

/** What breaks the rule of imports, one line each. */
export function violations(edges: readonly Edge[]): readonly string[] {
  const inside = edges.filter((e) => folderOf(e.from) !== null && folderOf(e.to) !== null);
  if (inside.length === 0) return ["the graph is empty: nothing was checked"];
  return edges.flatMap((edge) => {
    const reason = reasonAgainst(edge);
    return reason === null ? [] : [`${edge.from} imports ${edge.name}: ${reason}`];
  });
}

function reasonAgainst({ from, to, name, dynamic, builtin }: Edge): string | null {
  const source = folderOf(from);
  if (source === null) return null;
  if (terraformCode.test(name) && source !== "stacks") return "only stacks/ knows CDKTF";
  if (builtin && outside.test(name) && !mayTouchTheWorld(from)) return "only adapters touch the world";
  const target = folderOf(to);
  if (target === null || target === source) return null;
  if (target === "stacks") {
    if (from !== "src/cli/synth-port.ts") return "only cli/synth-port.ts loads stacks/";
    return dynamic ? null : "stacks/ is loaded when it is needed";
  }
  if (source === "stacks") {
    if (from === "stacks/main.ts" && target === "cli") return null;
    return forStacks.includes(target) ? null : `stacks/ may import ${forStacks.join(", ")}`;
  }
  if (source === "sandbox") return target === "diagnostic" ? null : "sandbox/ stands alone";
  if (target === "sandbox" && source !== "cli") return "only cli/ starts the sandbox";
  const [a, b] = [order.indexOf(source), order.indexOf(target)];
  if (a < 0 || b < 0) return `${a < 0 ? source : target}/ is not in the list of folders`;
  return a > b ? null : `${source}/ is above ${target}/`;
}

/** Adapters: all of cli/ and sandbox/, those listed, files named node-*, and what writes the stacks. */
export function mayTouchTheWorld(file: string): boolean {
  return (
    /^src\/(cli|sandbox)\//.test(file) ||
    /^src\/(directory|terraform|idp)\/([^/]+\/)*node-[^/]+$/.test(file) ||
    adapters.includes(file) ||
    /^stacks\/(main|synth)\.ts$/.test(file)
  );
}

function folderOf(file: string): string | null {
  if (file.startsWith("stacks/")) return "stacks";
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? null;
}
