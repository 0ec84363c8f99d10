import { choice, type ForEditors, type JsonSchema } from "./json-schema.js";
import { entriesIn, itemsIn, type Sample, samplesFor } from "./samples.js";
import { titleOf } from "./titles.js";

/** The shared parts of a schema as they are found, by name. */
export type Definitions = Record<string, JsonSchema>;

type Words = Pick<JsonSchema, "title" | "description">;

/**
 * A schema as editors show it: every node with a title, a description and examples, shared parts under
 * `definitions`, and names to complete. `samples` are values of worked examples that stand there: those of
 * a schema without its own are taken from them. `around` has the words for what has none of its own.
 */
export function forEditors(
  schema: JsonSchema,
  around: Words,
  samples: readonly Sample[],
  definitions: Definitions,
): JsonSchema {
  const words: Words = {
    ...around,
    ...defined({ title: schema.title, description: schema.description }),
  };
  const examples = samplesFor(schema, samples);
  const note = {
    ...shown(words),
    ...defined({ default: schema.default, examples: examples.length === 0 ? undefined : examples }),
  };
  const name = schema.editor?.define;
  if (name !== undefined && definitions[name] !== undefined)
    return { ...note, $ref: `#/definitions/${name}` };
  const body = { ...note, ...bodyOf(schema, words, samples, definitions) };
  if (name === undefined) return body;
  definitions[name] = body;
  return { ...note, $ref: `#/definitions/${name}` };
}

/** Hovers render Markdown where they can; elsewhere its marks would only be in the way. */
function shown({ title, description }: Words): JsonSchema {
  const plain = description?.replaceAll("`", "");
  const markdownDescription = plain === description ? undefined : description;
  return defined({ title, description: plain, markdownDescription });
}

function bodyOf(
  schema: JsonSchema,
  words: Words,
  samples: readonly Sample[],
  definitions: Definitions,
): JsonSchema {
  const { title: _t, description: _d, default: _v, examples: _e, editor, ...rest } = schema;
  const { properties, additionalProperties: free, items, anyOf, if: condition, then, else: other } = rest;
  const below = (part: JsonSchema, values: readonly Sample[], title = words.title): JsonSchema =>
    forEditors(part, { ...words, ...defined({ title }) }, values, definitions);
  const property = ([key, part]: [string, JsonSchema]): [string, JsonSchema] => {
    const values = entriesIn(samples, (k) => k === key);
    return [key, below(part, values, titleOf(key))];
  };
  const name = rest.propertyNames?.title;
  const isFree = (key: string): boolean => !Object.hasOwn(properties ?? {}, key);
  const parts = defined({
    properties: properties && Object.fromEntries(Object.entries(properties).map(property)),
    additionalProperties:
      typeof free === "object" ? below(free, entriesIn(samples, isFree), name && titleOf(name)) : free,
    items: items && below(items, itemsIn(samples)),
    anyOf: anyOf?.map((part) => below(part, samples)),
  });
  const branches =
    condition && then && other && choice(condition, below(then, samples), below(other, samples));
  return withHints({ ...rest, ...parts, ...branches }, editor, words, (part) => below(part, samples));
}

function withHints(
  body: JsonSchema,
  editor: ForEditors | undefined,
  words: Words,
  below: (part: JsonSchema) => JsonSchema,
): JsonSchema {
  const pattern = editor?.pattern ?? body.pattern;
  const form = {
    ...body,
    ...defined({ pattern, patternErrorMessage: pattern && words.description?.replaceAll("`", "") }),
  };
  if (editor?.or !== undefined) return { anyOf: [below(editor.or), form] };
  if (editor?.suggest === undefined) return form;
  const suggested: JsonSchema = { type: "string", enum: editor.suggest };
  return editor.closed ? { ...form, ...suggested } : { anyOf: [suggested, form] };
}

/** The entries that have a value. */
function defined<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
