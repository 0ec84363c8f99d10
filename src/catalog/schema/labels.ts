import { type JsonSchema, names } from "./json-schema.js";

const label = (description: string, more: Partial<JsonSchema> = {}): JsonSchema => ({
  type: ["string", "null"],
  description,
  default: "",
  ...more,
});
const list = (description: string, more: Partial<JsonSchema>): JsonSchema => ({
  ...names(description),
  type: ["array", "null"],
  ...more,
});
const labelNames = ["namespace", "tenant", "environment", "stage", "name", "attributes"];

/** Cloud Posse's label module, as far as it makes the tags of permission sets. */
export const labelVars: Readonly<Record<string, JsonSchema>> = {
  namespace: label("Label: becomes the tag `Namespace`."),
  tenant: label("Label: becomes the tag `Tenant`."),
  environment: label("Label: becomes the tag `Environment`."),
  stage: label("Label: becomes the tag `Stage`."),
  name: label("Label: a part of the tag `Name`, which is all labels joined."),
  delimiter: label("Joins the labels in the tag `Name`.", { default: "-" }),
  attributes: list("Labels: joined, they become the tag `Attributes`.", { default: [] }),
  label_order: list("The labels in the tag `Name`, in order. `tenant` is in it only when listed here.", {
    default: labelNames.filter((l) => l !== "tenant"),
    items: { type: "string", minLength: 1, editor: { suggest: labelNames } },
  }),
  labels_as_tags: list('The labels that become tags. `["unset"]` is none of them.', {
    default: ["default"],
    items: { type: "string", minLength: 1, editor: { suggest: ["default", "unset", ...labelNames] } },
  }),
  tags: {
    type: ["object", "null"],
    propertyNames: { title: "tag" },
    additionalProperties: { type: "string" },
    description:
      "Tags of the permission sets, over those of the labels. At most 128 characters in a key, 256 in a value.",
    default: {},
    examples: [{ Team: "identity" }],
  },
};
