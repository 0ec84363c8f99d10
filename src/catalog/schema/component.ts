import { componentNames, identityProviderNames } from "../component-names.js";
import { identityProviderSchema } from "../identity-provider/schema.js";
import { acceptedNames, acceptedVars, unusedLabelVars } from "./accepted.js";
import { type JsonSchema, text } from "./json-schema.js";
import { knownVars } from "./vars.js";

const noEffect: JsonSchema = { title: "Without effect", description: "Accepted, no effect." };
/** A map that may be left empty. */
export const map = (description: string, more: Partial<JsonSchema> = {}): JsonSchema => ({
  type: ["object", "null"],
  description,
  ...more,
});

/** `vars`, wherever they stand: other components' keys are among them, so unknown ones are no mistake. */
export const varsForEditors: JsonSchema = map(
  "What the catalog says. Low to high: root `vars`, `terraform.vars`, inherited components, the component's, `overrides.vars`.",
  {
    properties: {
      ...knownVars,
      ...Object.fromEntries([...unusedLabelVars, ...acceptedNames].map((key) => [key, noEffect])),
    },
    patternProperties: Object.fromEntries(acceptedVars.map((pattern) => [pattern.source, noEffect])),
    editor: { define: "vars" },
  },
);
/** `backend_type`, of a component or of all. */
export const backendType: JsonSchema = {
  // The language server for YAML cannot complete around an enum with null.
  anyOf: [{ type: "string", enum: ["local", "s3", "cloud"] }, { type: "null" }],
  default: "local",
  description: "Where Terraform keeps the state of the stack. `local` is below `.identity/state`.",
};
/** `backend`, of a component or of all. */
export const backend = map(
  "Settings of the backend: Terraform's, by backend type (`s3: {bucket: …}`) or directly. We render them.",
);

const metadata: JsonSchema = map("What the component is.", {
  properties: {
    component: text(
      "`aws-sso`, `aws-identity-center` or `identity-provider`. Default: inherited, else the component's key.",
      { editor: { suggest: [...componentNames, ...identityProviderNames] } },
    ),
    inherits: {
      type: ["array", "null"],
      items: { type: "string" },
      default: [],
      description: "Components of this file or its imports, merged below this one in order.",
    },
    type: {
      enum: ["real", "abstract"],
      default: "real",
      description: "`abstract`: the component is only inherited from.",
    },
    enabled: { type: "boolean", default: true, description: "`false`: as if the component were not there." },
  },
  editor: { define: "metadata" },
});

// Atmos has none in a component, and who writes it means a restriction.
const noOverrides: JsonSchema = {
  not: {},
  doNotSuggest: true,
  description: "Not allowed here: move it to the top of the file.",
};

/** A component that says how people sign in. */
export const identityProviderComponent: JsonSchema = map(
  "An identity-provider component: who people sign in with, and what AWS gave to it.",
  {
    title: "identity-provider component",
    properties: {
      metadata,
      // What a component inherits may be missing in it.
      vars: map("What is known of the identity provider.", {
        ...identityProviderSchema,
        type: ["object", "null"],
        required: [],
      }),
      backend_type: backendType,
      backend,
      overrides: noOverrides,
    },
    editor: { define: "identityProvider" },
  },
);

/** One of our components. */
export const componentSchema: JsonSchema = map("An aws-sso component: who gets what, where.", {
  title: "aws-sso component",
  properties: {
    metadata,
    vars: varsForEditors,
    backend_type: backendType,
    backend,
    settings: { description: "For other tools: not read." },
    overrides: noOverrides,
  },
  editor: { define: "component" },
});
