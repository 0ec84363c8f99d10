import { child, entriesOf, itemsOf, type MapNode, textOf } from "../yaml/node.js";

const defaultOrder = ["namespace", "environment", "stage", "name", "attributes"];
const tagNames: Readonly<Record<string, string>> = {
  namespace: "Namespace",
  tenant: "Tenant",
  environment: "Environment",
  stage: "Stage",
  attributes: "Attributes",
  name: "Name",
};

/**
 * The tags of the component: `tags` over one tag per non-empty label, as the reference's label
 * module makes them. `Name` is the joined id; `tenant` is part of it only when `label_order` says so.
 */
export function componentTags(vars: MapNode): Readonly<Record<string, string>> {
  const delimiter = textOf(child(vars, "delimiter")) ?? "-";
  const labels = readLabels(vars, delimiter);
  const order = texts(vars, "label_order");
  const id = (order.length > 0 ? order : defaultOrder).map((l) => labels[l] ?? "").filter((l) => l !== "");
  const values: Readonly<Record<string, string>> = { ...labels, name: id.join(delimiter) };
  const wanted = child(vars, "labels_as_tags")?.kind === "list" ? texts(vars, "labels_as_tags") : ["default"];
  const isWanted = (label: string): boolean => wanted.includes("default") || wanted.includes(label);
  const tags: Record<string, string> = {};
  for (const [label, tag] of Object.entries(tagNames)) {
    const value = values[label] ?? "";
    if (value !== "" && isWanted(label)) tags[tag] = value;
  }
  for (const entry of entriesOf(child(vars, "tags"))) {
    const value = textOf(entry.value);
    if (value !== undefined) tags[entry.key] = value;
  }
  return tags;
}

function readLabels(vars: MapNode, delimiter: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const label of ["namespace", "tenant", "environment", "stage", "name"]) {
    labels[label] = normalize(textOf(child(vars, label)) ?? "");
  }
  const attributes = texts(vars, "attributes").map(normalize);
  labels["attributes"] = [...new Set(attributes)].filter((a) => a !== "").join(delimiter);
  return labels;
}

function texts(vars: MapNode, key: string): readonly string[] {
  return itemsOf(child(vars, key)).flatMap((item) => textOf(item) ?? []);
}

function normalize(value: string): string {
  return value.toLowerCase().replace(/[^a-z0-9-]/g, "");
}
