import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Checked, type CheckInput, checkMetadata } from "../../../src/idp/metadata/check.js";

const fixtures = join(import.meta.dirname, "../../fixtures/metadata");

/** The bytes of a file of the fixtures, such as `good/okta`. */
export function fixture(name: string): Buffer {
  return readFileSync(join(fixtures, name, "metadata.xml"));
}

/** Checks bytes, or a text as UTF-8, as a file called m.xml. */
export function checked(content: string | Uint8Array, more: Partial<CheckInput> = {}): Checked {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  const now = new Date("2026-11-24T07:00:00Z");
  return checkMetadata({ file: "m.xml", bytes, previous: null, provider: null, now, ...more });
}

/** `IDC704 3:1 not well-formed XML: …` of everything that is no info. */
export function findings(content: string | Uint8Array, more: Partial<CheckInput> = {}): readonly string[] {
  return checked(content, more)
    .diagnostics.filter(({ severity }) => severity !== "info")
    .map(
      ({ code, span, message }) =>
        `${code} ${span === null ? "-" : `${span.line}:${span.column}`} ${message}`,
    );
}
