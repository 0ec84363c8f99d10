import { componentNames, identityProviderNames } from "../component-names.js";
import {
  backend,
  backendType,
  componentSchema,
  identityProviderComponent,
  map,
  varsForEditors,
} from "./component.js";
import { choice, type JsonSchema, text } from "./json-schema.js";

const otherComponent: JsonSchema = {
  description: "A component of another kind: not read, but it may be inherited from.",
};
const saysComponent = (component: JsonSchema): JsonSchema => ({
  type: "object",
  required: ["metadata"],
  properties: {
    metadata: { type: "object", required: ["component"], properties: { component } },
  },
});
const ours = saysComponent({ enum: componentNames });
const another = saysComponent({ type: "string", not: { enum: componentNames } });
const namedOurs: JsonSchema = {
  description: "An aws-sso component, unless `metadata.component` says otherwise.",
  ...choice(another, otherComponent, componentSchema),
};
const provider = saysComponent({ enum: identityProviderNames });
const noProvider = saysComponent({ type: "string", not: { enum: identityProviderNames } });
const namedProvider: JsonSchema = {
  description: "An identity-provider component, unless `metadata.component` says otherwise.",
  ...choice(noProvider, otherComponent, identityProviderComponent),
};
const overrides = (description: string): JsonSchema =>
  map(description, { properties: { vars: varsForEditors } });

/** The keys around the components. */
export const fileKeys: Readonly<Record<string, JsonSchema>> = {
  import: {
    type: ["array", "null"],
    description:
      "Files merged below this one, in order: relative to the base folder, `.yaml` is added, globs are allowed.",
    default: [],
    items: {
      anyOf: [
        { type: "string", minLength: 1 },
        {
          type: "object",
          properties: {
            path: text("Path or glob.", { minLength: 1 }),
            skip_if_missing: {
              type: "boolean",
              default: false,
              description: "`true`: a missing file is a warning.",
            },
            context: { description: "Accepted, no effect: templates are not rendered." },
          },
          required: ["path"],
        },
      ],
    },
  },
  vars: varsForEditors,
  terraform: map("What all Terraform components of the file have.", {
    properties: {
      vars: varsForEditors,
      backend_type: backendType,
      backend,
      overrides: overrides("As `overrides`, for Terraform components."),
    },
  }),
  overrides: overrides("What wins over everything else. Read in the catalog file alone, not in its imports."),
  components: map("The components, by tool.", {
    properties: {
      terraform: map("Terraform components by key.", {
        properties: Object.fromEntries([
          ...componentNames.map((name) => [name, namedOurs]),
          ...identityProviderNames.map((name) => [name, namedProvider]),
        ]),
        propertyNames: { title: "component" },
        additionalProperties: {
          description: "Another component. It is one of the above when `metadata.component` says so.",
          ...choice(ours, componentSchema, choice(provider, identityProviderComponent, otherComponent)),
        },
      }),
    },
  }),
  settings: { description: "For other tools: not read." },
};
