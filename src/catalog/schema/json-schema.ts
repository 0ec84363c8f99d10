/** The part of JSON Schema (draft 2020-12 vocabulary, ajv's default draft-07 subset) used here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
}

/** A string with a description, the commonest field. */
export function text(description: string, more: Partial<JsonSchema> = {}): JsonSchema {
  return { type: "string", description, ...more };
}

/** A list of non-empty strings. */
export function names(description: string, more: Partial<JsonSchema> = {}): JsonSchema {
  return { type: "array", items: { type: "string", minLength: 1 }, description, default: [], ...more };
}

/** A map whose keys are free and whose values have one shape. */
export function mapOf(value: JsonSchema, description: string, more: Partial<JsonSchema> = {}): JsonSchema {
  return {
    type: "object",
    propertyNames: { minLength: 1 },
    additionalProperties: value,
    description,
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
