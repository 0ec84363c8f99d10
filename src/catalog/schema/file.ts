import type { JsonSchema } from "./json-schema.js";
import { knownVars } from "./vars.js";

const anyMap: JsonSchema = { type: ["object", "null"] };

const component: JsonSchema = {
  type: "object",
  properties: {
    metadata: {
      type: "object",
      properties: {
        component: {
          type: "string",
          examples: ["aws-sso"],
          description: "What the component is an instance of.",
        },
        inherits: {
          type: "array",
          items: { type: "string" },
          description: "Components merged below this one, in order.",
        },
        type: {
          enum: ["real", "abstract"],
          default: "real",
          description: "An abstract component is only inherited from.",
        },
        enabled: { type: "boolean", default: true, description: "false: as if it were not written." },
      },
    },
    backend_type: {
      enum: ["local", "s3", "cloud"],
      default: "local",
      description: "Where Terraform keeps its state.",
    },
    backend: anyMap,
    settings: { description: "Ignored." },
    vars: {
      type: ["object", "null"],
      properties: knownVars,
      description:
        "Lowest to highest: root vars, terraform.vars, inherited components, these, overrides.vars.",
    },
  },
};

/** A whole catalog file, for editors: what is checked per file, before merging. */
export const fileSchema: JsonSchema = {
  $schema: "http://json-schema.org/draft-07/schema#",
  title: "AWS SSO catalog",
  description: "Which groups and users get which permission sets in which accounts. See docs/catalog.md.",
  type: "object",
  properties: {
    import: {
      type: "array",
      description:
        "Files merged before this one, in order; relative to the base folder, .yaml added, globs allowed.",
      items: {
        anyOf: [
          { type: "string" },
          {
            type: "object",
            properties: { path: { type: "string" }, context: anyMap, skip_if_missing: { type: "boolean" } },
            required: ["path"],
          },
        ],
      },
    },
    vars: { ...anyMap, description: "Shared by all components; lowest precedence." },
    terraform: { ...anyMap, description: "vars, backend_type and backend of all Terraform components." },
    overrides: { ...anyMap, description: "vars that win over everything in this file." },
    components: {
      type: ["object", "null"],
      properties: {
        terraform: {
          type: "object",
          properties: { "aws-sso": component, "aws-identity-center": component },
          additionalProperties: {
            ...anyMap,
            description: "Other components, or one whose metadata.component is aws-sso.",
          },
        },
      },
    },
  },
};

/** The text of catalog/schema/aws-sso.schema.json. */
export function fileSchemaText(): string {
  return `${JSON.stringify(fileSchema, null, 2)}\n`;
}
