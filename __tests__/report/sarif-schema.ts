/**
 * The part of SARIF 2.1.0 that this program writes, after the OASIS standard: required properties,
 * allowed values, and nothing else allowed.
 */
const text = { type: "string", minLength: 1 };
const object = (properties: Readonly<Record<string, object>>, ...optional: readonly string[]) => ({
  type: "object",
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});
const list = (items: object) => ({ type: "array", items });
const positive = { type: "integer", minimum: 1 };
const message = object({ text });
const location = object({
  physicalLocation: object({
    artifactLocation: object({ uri: { type: "string", format: "uri-reference" }, uriBaseId: text }),
    region: object({ startLine: positive, startColumn: positive, endLine: positive, endColumn: positive }),
  }),
});

export const sarifSchema = object({
  $schema: { type: "string", format: "uri" },
  version: { const: "2.1.0" },
  runs: {
    ...list(
      object({
        tool: object({
          driver: object({
            name: text,
            version: text,
            semanticVersion: text,
            rules: {
              ...list(
                object({
                  id: text,
                  name: { type: "string", pattern: "^[A-Z][A-Za-z0-9]+$" },
                  shortDescription: message,
                  fullDescription: message,
                  help: message,
                }),
              ),
              uniqueItems: true,
            },
          }),
        }),
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: list(
          object(
            {
              ruleId: text,
              ruleIndex: { type: "integer", minimum: 0 },
              level: { enum: ["none", "note", "warning", "error"] },
              message,
              // GitHub refuses a log in which one finding has no place.
              locations: { ...list(location), minItems: 1, maxItems: 1 },
              partialFingerprints: { type: "object", minProperties: 1, additionalProperties: text },
              suppressions: list(
                object(
                  { kind: { enum: ["inSource", "external"] }, justification: text, location },
                  "location",
                ),
              ),
            },
            "suppressions",
          ),
        ),
      }),
    ),
    minItems: 1,
    maxItems: 1,
  },
});
