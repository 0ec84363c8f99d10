import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { nearest } from "../../diagnostic/suggest.js";
import { child, type Entry, entriesOf, isNull, itemsOf, type Node, textOf } from "../yaml/node.js";
import { unknownTag } from "./unknown-tag.js";

const rootKeys = ["import", "vars", "terraform", "components", "overrides", "settings", "env"];
const componentTypes = ["terraform", "helmfile", "packer", "ansible"];
const componentKeys = [
  ...["metadata", "vars", "settings", "env", "backend_type", "backend", "command", "hooks"],
  ...["providers", "required_providers", "remote_state_backend_type", "remote_state_backend", "locals"],
  ...["depends_on", "dependencies", "source", "provision", "generate", "auth", "component"],
];

/** The parts of the file around the components are maps. */
export function fileShape(root: Node): readonly Diagnostic[] {
  const terraform = child(root, "terraform");
  const components = child(root, "components");
  return [
    ...mustBeMap(child(root, "vars"), "vars"),
    ...mustBeMap(terraform, "terraform"),
    ...mustBeMap(child(terraform, "vars"), "terraform.vars"),
    ...mustBeMap(components, "components"),
    ...mustBeMap(child(components, "terraform"), "components.terraform"),
    ...nearMisses(components, componentTypes, "in components", () => "error"),
    ...nearMisses(terraform, [...componentKeys, "overrides"], "in terraform", () => "warning"),
    ...nearMisses(root, rootKeys, "at the top of the file", (near) =>
      near === "components" ? "error" : "warning",
    ),
  ];
}

/** `overrides` and `terraform.overrides` of the catalog file are maps with maps of vars. */
export function overridesShape(own: Node | undefined): readonly Diagnostic[] {
  const general = child(own, "overrides");
  const terraform = child(child(own, "terraform"), "overrides");
  return [
    ...mustBeMap(general, "overrides"),
    ...mustBeMap(child(general, "vars"), "overrides.vars"),
    ...mustBeMap(terraform, "terraform.overrides"),
    ...mustBeMap(child(terraform, "vars"), "terraform.overrides.vars"),
  ];
}

/** A component that is read has maps and keys Atmos knows; a misspelt `vars` would be no access at all. */
export function componentShape(component: Entry): readonly Diagnostic[] {
  const { key, value } = component;
  const metadata = child(value, "metadata");
  const type = child(metadata, "type");
  const inherits = child(metadata, "inherits");
  const name = child(metadata, "component");
  return [
    ...mustBeMap(value, key),
    ...mustBeMap(metadata, `${key}.metadata`),
    ...mustBeMap(child(value, "vars"), `${key}.vars`),
    ...nearMisses(value, componentKeys, `in component "${key}"`, () => "error"),
    ...overridesIn(component),
    ...(name === undefined || textOf(name) !== undefined
      ? []
      : wrong(name, `${key}.metadata.component must be text`, null)),
    ...(inherits === undefined || isNull(inherits) || inherits.kind === "list"
      ? itemsOf(inherits).flatMap(unknownTag)
      : wrong(inherits, `${key}.metadata.inherits must be a list`, 'write "inherits: [name]"')),
    ...(type === undefined || (type.kind === "scalar" && ["real", "abstract"].includes(type.source))
      ? []
      : wrong(type, `${key}.metadata.type is not "real" or "abstract"`, null)),
    ...boolean(child(metadata, "enabled"), `${key}.metadata.enabled`),
  ];
}

/** Atmos has no overrides inside a component; ignoring them could be a missing restriction. */
function overridesIn({ key, value }: Entry): readonly Diagnostic[] {
  const entry = value.kind === "map" ? value.entries.get("overrides") : undefined;
  if (entry === undefined) return [];
  const hint = "move it to the top of the file, or write the values under vars";
  return [problem("error", "IDC202", `unknown key "overrides" in component "${key}"`, entry.keySpan, hint)];
}

function boolean(node: Node | undefined, name: string): readonly Diagnostic[] {
  if (node === undefined || (node.kind === "scalar" && typeof node.value === "boolean")) return [];
  return wrong(node, `${name} must be true or false`, "write it without quotes");
}

function mustBeMap(node: Node | undefined, name: string): readonly Diagnostic[] {
  if (node === undefined || (isNull(node) && node.tag === null)) return [];
  if (node.kind === "map" && node.tag === null) return [];
  return wrong(node, `${name} must be a map, not ${node.kind === "list" ? "a list" : "text"}`, null);
}

function wrong(node: Node, message: string, hint: string | null): readonly Diagnostic[] {
  if (node.tag !== null) return unknownTag(node);
  return [problem("error", "IDC207", message, node.span, hint)];
}

function nearMisses(
  node: Node | undefined,
  known: readonly string[],
  where: string,
  severity: (near: string) => "error" | "warning",
): readonly Diagnostic[] {
  return entriesOf(node).flatMap(({ key, keySpan }) => {
    const near = known.includes(key) ? null : nearest(key, known);
    if (near === null) return [];
    const message = `unknown key "${key}" ${where} - did you mean "${near}"?`;
    return [problem(severity(near), "IDC202", message, keySpan, null)];
  });
}

function problem(
  severity: "error" | "warning",
  code: string,
  message: string,
  span: Span,
  hint: string | null,
): Diagnostic {
  return { code, severity, message, span, hint };
}
