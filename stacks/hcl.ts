import type { TerraformStack } from "#cdktf";
import { hclValue } from "./hcl-value.js";

/** Terraform's JSON syntax, of which we use one nesting of objects per block kind. */
export type TerraformJson = Readonly<Record<string, unknown>>;

/** The names that are blocks and not attributes, in all that this project emits. */
const BLOCKS: ReadonlySet<string> = new Set([
  "alternate_identifier",
  "backend",
  "cloud",
  "credential",
  "customer_managed_policy_reference",
  "feature_tags",
  "group",
  "lifecycle",
  "permissions_boundary",
  "postcondition",
  "required_providers",
  "unique_attribute",
  "workspaces",
]);

/** How many labels follow the name of a block at the top or in `terraform`; other blocks have none. */
const LABELS: Readonly<Record<string, number>> = {
  backend: 1,
  data: 2,
  output: 1,
  provider: 1,
  resource: 2,
  variable: 1,
};

/** Attributes that hold addresses, which HCL writes without quotes. */
const ADDRESSES: ReadonlySet<string> = new Set(["depends_on", "from", "to"]);

/** What `cdktf synth --hcl` writes: the JSON configuration of a stack, word for word, in the other syntax. */
export function stackHcl(stack: TerraformStack): { hcl: string; metadata: TerraformJson } {
  const config = JSON.parse(JSON.stringify(stack.toTerraform())) as TerraformJson;
  return { hcl: renderHcl(config), metadata: { "//": config["//"], terraform: config.terraform } };
}

/**
 * A configuration in HCL. CDKTF's own writer keeps only one resource of an element and writes conditions,
 * required versions and policies in a form that Terraform rejects.
 */
export function renderHcl(config: TerraformJson): string {
  return Object.entries(config)
    .filter(([name]) => name !== "//")
    .map(([name, content]) => blocks(name, content, LABELS[name] ?? 0, "", name))
    .join("\n");
}

function blocks(name: string, content: unknown, labels: number, indent: string, heading: string): string {
  if (labels > 0) {
    return Object.entries(content as TerraformJson)
      .map(([label, inner]) => blocks(name, inner, labels - 1, indent, `${heading} "${label}"`))
      .join("");
  }
  const bodies = (Array.isArray(content) ? content : [content]) as readonly TerraformJson[];
  return bodies.map((body) => `${indent}${heading} {\n${members(body, `${indent}  `)}${indent}}\n`).join("");
}

function members(body: TerraformJson, indent: string): string {
  return Object.entries(body)
    .filter(([name]) => name !== "//")
    .map(([name, value]) =>
      BLOCKS.has(name)
        ? blocks(name, value, LABELS[name] ?? 0, indent, name)
        : `${indent}${name} = ${attribute(name, value, indent)}\n`,
    )
    .join("");
}

function attribute(name: string, value: unknown, indent: string): string {
  if (!ADDRESSES.has(name)) return hclValue(value, indent);
  return Array.isArray(value) ? `[${value.join(", ")}]` : String(value);
}
