import ts from "typescript";
import { mayTouchTheWorld } from "./rules.js";

const objects = ["process", "console", "performance", "fetch"];

/** Uses of the clock, the process, the network or the console in a file that is not an adapter. */
export function globalsUsed(file: string, text: string): readonly string[] {
  if (mayTouchTheWorld(file)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const use = useOf(node);
    if (use !== null) found.push(`${file} uses ${use}`);
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

function useOf(node: ts.Node): string | null {
  if (ts.isNewExpression(node) && isNamed(node.expression, "Date")) {
    return (node.arguments ?? []).length === 0 ? "new Date()" : null;
  }
  if (ts.isPropertyAccessExpression(node)) {
    if (isNamed(node.expression, "Date") && node.name.text === "now") return "Date.now";
    return objects.find((name) => isNamed(node.expression, name)) ?? null;
  }
  return ts.isCallExpression(node) && isNamed(node.expression, "fetch") ? "fetch" : null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}
