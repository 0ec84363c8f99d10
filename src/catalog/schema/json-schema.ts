/** The part of JSON Schema draft-07 used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  /** Markdown; the schema for editors has it as plain text too. */
  readonly description?: string;
  readonly markdownDescription?: string;
  /** VS Code's, for an editor's words about a text that has not the pattern's form. */
  readonly patternErrorMessage?: string;
  /** VS Code's: the key is not offered. */
  readonly doNotSuggest?: true;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  /** Its title says what a key is the name of. */
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  /** Not a part of JSON Schema: see `forEditors`. */
  readonly editor?: ForEditors;
}

/** What the schema for editors says beside what a catalog is checked against. */
export interface ForEditors {
  /** Name below `definitions`, for what stands in several places. */
  readonly define?: string;
  /** Texts to complete. Others are allowed all the same, unless `closed`. */
  readonly suggest?: readonly string[];
  readonly closed?: true;
  /** A form that a rule checks, where a pattern can say it. */
  readonly pattern?: string;
  /** What may stand there instead, and is replaced before the check. */
  readonly or?: JsonSchema;
}

/** A string with a description, the commonest field. */
export function text(description: string, more: Partial<JsonSchema> = {}): JsonSchema {
  return { type: "string", description, ...more };
}

/** A list of non-empty strings. */
export function names(description: string, more: Partial<JsonSchema> = {}): JsonSchema {
  return { type: "array", items: { type: "string", minLength: 1 }, description, default: [], ...more };
}

/** A map from the names of `key` (an account, a group) to values of one shape. */
export function mapOf(
  key: string,
  value: JsonSchema,
  description: string,
  more: Partial<JsonSchema> = {},
): JsonSchema {
  return {
    type: "object",
    propertyNames: { title: key, minLength: 1 },
    additionalProperties: value,
    description,
    default: {},
    ...more,
  };
}

/** A map with exactly these keys. */
export function record(
  properties: Readonly<Record<string, JsonSchema>>,
  description: string,
  more: Partial<JsonSchema> = {},
): JsonSchema {
  return { type: "object", properties, additionalProperties: false, description, ...more };
}

/** One schema for what fits a condition, another for all else. */
export function choice(condition: JsonSchema, fitting: JsonSchema, other: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { if: condition, then: fitting, else: other };
}
