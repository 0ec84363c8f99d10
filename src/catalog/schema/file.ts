import { componentSchema } from "./component.js";
import { type Definitions, forEditors } from "./editor.js";
import { fileSamples } from "./examples.js";
import { fileKeys } from "./file-keys.js";
import type { JsonSchema } from "./json-schema.js";
import { entriesIn, type Sample } from "./samples.js";

/** A whole catalog file, for editors: what can be checked in one file, before merging. */
export function fileSchema(page: string): JsonSchema {
  const definitions: Definitions = {};
  const samples = fileSamples(page);
  // The examples of a definition come from where it is met first, and most are of a component's vars.
  forEditors(componentSchema, { title: "Component" }, componentsIn(samples), definitions);
  const schema = forEditors(
    { type: "object", properties: fileKeys },
    {
      title: "AWS SSO catalog",
      description: "Which groups and users get which permission sets in which accounts. See docs/catalog.md.",
    },
    samples,
    definitions,
  );
  return { $schema: "http://json-schema.org/draft-07/schema#", ...schema, definitions };
}

function componentsIn(files: readonly Sample[]): readonly Sample[] {
  const below = (samples: readonly Sample[], key: string) => entriesIn(samples, (k) => k === key);
  return entriesIn(below(below(files, "components"), "terraform"), () => true);
}

/** The text of catalog/schema/aws-sso.schema.json; `page` is the text with the worked examples. */
export function fileSchemaText(page: string): string {
  return `${JSON.stringify(fileSchema(page), null, 2)}\n`;
}
