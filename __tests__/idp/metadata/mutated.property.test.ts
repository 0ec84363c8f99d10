import { DOMParser } from "@xmldom/xmldom";
import fc from "fast-check";
import { expect, it } from "vitest";
import { saysTheSame } from "../../../src/idp/metadata/says-the-same.js";
import type { XmlElement } from "../../../src/idp/metadata/xml/element.js";
import { checked, fixture } from "./checked.js";

const names = ["okta", "google", "jumpcloud", "onelogin", "pingone", "entra", "service-provider"];

/** A byte that is another one, that is gone, or that a piece of XML stands before. */
const change = fc.record({
  // In millionths of the file; a double between 0 and 1 would nearly always be its first byte.
  at: fc.integer({ min: 0, max: 999_999 }),
  length: fc.constantFrom(0, 1, 1, 1, 20),
  by: fc.oneof(
    fc.uint8Array({ minLength: 0, maxLength: 2 }),
    fc.constantFrom("A", "b", "7").map((letter) => Buffer.from(letter)),
    fc
      .constantFrom(
        "<",
        ">",
        "&",
        '"',
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<a>",
        "</a>",
        "<?a?>",
        ' a="b"',
        "&lt;",
        "&#x41;",
        " ",
        "\n",
        "=",
        "/",
      )
      .map((text) => Buffer.from(text)),
  ),
});

function changed(bytes: Buffer, changes: readonly { at: number; length: number; by: Uint8Array }[]): Buffer {
  return changes.reduce((whole, { at, length, by }) => {
    const offset = Math.floor((at * whole.length) / 1_000_000);
    return Buffer.concat([whole.subarray(0, offset), by, whole.subarray(offset + length)]);
  }, bytes);
}

it("a changed file never makes the check throw, and it reads what the library for signatures reads", () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...names), changes, (name, list) => {
      const bytes = changed(fixture(`good/${name}`), list);
      const { subject, diagnostics, texts } = checked(bytes);
      const lines = (texts.get("m.xml") ?? "").split("\n");
      for (const { span } of diagnostics) {
        if (span !== null)
          expect((lines[span.line - 1] ?? "").length + 1).toBeGreaterThanOrEqual(span.column);
      }
      const theirs = subject === null ? null : asLibrary(texts.get("m.xml") ?? "");
      if (subject !== null && theirs !== null) expect(plain(subject.root)).toEqual(theirs);
    }),
    { numRuns: 400 },
  );
});

it("of a signed file, nothing that was changed is said to be intact", () => {
  const signed = fixture("good/entra-two-certificates");
  const { subject: original } = checked(signed);
  if (original === null) throw new Error("not read");
  let [intact, broken] = [0, 0];
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (list) => {
      const { subject, signature } = checked(changed(signed, list));
      if (signature?.state === "intact") {
        intact += 1;
        expect(saysTheSame(subject, original)).toBe(true);
      } else if (signature?.state === "broken") broken += 1;
    }),
    { numRuns: 400, seed: 7 },
  );
  // Without both, this would prove nothing.
  expect([intact > 0, broken > 20]).toEqual([true, true]);
});

type Plain = readonly [
  namespace: string,
  name: string,
  attributes: readonly string[],
  text: string,
  children: readonly Plain[],
];

function plain({ namespace, name, attributes, text, children }: XmlElement): Plain {
  const written = attributes.map((a) => `${a.namespace} ${a.name} ${a.value}`).sort();
  return [namespace, name, written, text, children.map(plain)];
}

/**
 * The same document, as the library that verifies signatures reads it; null when that refuses it, as it does with
 * `</a >` behind `</a>`.
 */
function asLibrary(text: string): Plain | null {
  const fail = (message: string): never => {
    throw new Error(message);
  };
  const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
  try {
    return node(parser.parseFromString(text, "text/xml").documentElement);
  } catch {
    return null;
  }
}

function node(element: Element): Plain {
  const attributes = Array.from(element.attributes).filter(
    (a) => a.namespaceURI !== "http://www.w3.org/2000/xmlns/",
  );
  const children = Array.from(element.childNodes);
  return [
    element.namespaceURI ?? "",
    element.localName,
    attributes.map((a) => `${a.namespaceURI ?? ""} ${a.localName} ${a.value}`).sort(),
    children
      .map((child) => (child.nodeType === 3 || child.nodeType === 4 ? (child.nodeValue ?? "") : ""))
      .join(""),
    children.flatMap((child) => (child.nodeType === 1 ? [node(child as Element)] : [])),
  ];
}
