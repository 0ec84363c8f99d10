import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { markdownBlock, markdownCode, markdownText } from "../../src/report/markdown-text.js";

describe("markdownText", () => {
  it.each([
    ["a|b", "a&#124;b"],
    ["<b>&amp;", "&#60;b&#62;&#38;amp;"],
    [
      "`a` *b* [c](d) ~~e~~ $f$ \\",
      "&#96;a&#96; &#42;b&#42; &#91;c&#93;(d) &#126;&#126;e&#126;&#126; &#36;f&#36; &#92;",
    ],
    ["https://evil.example", "https&#58;//evil.example"],
    ["www.evil.example WWW.x", "www&#46;evil.example WWW&#46;x"],
  ])("takes from %s what Markdown and HTML obey", (text, shown) => {
    expect(markdownText(text)).toBe(shown);
  });

  it("keeps _ within words, which is how groups are named", () => {
    expect(markdownText("aws_admins_eu")).toBe("aws_admins_eu");
    expect(markdownText("_a_ __b é_c")).toBe("&#95;a&#95; &#95;&#95;b é&#95;c");
  });

  it("mentions nobody and refers to no issue, but leaves addresses of mail whole", () => {
    expect(markdownText('"@octocat" x/@y é@z _@v')).toBe(
      '"@&#8203;octocat" x/@&#8203;y é@&#8203;z &#95;@&#8203;v',
    );
    expect(markdownText("_GH-2")).toBe("&#95;GH-&#8203;2");
    expect(markdownText("#123 o/r#4 GH-5 gh-6 #x")).toBe(
      "#&#8203;123 o/r#&#8203;4 GH-&#8203;5 gh-&#8203;6 #x",
    );
    expect(markdownText("jo@example.com")).toBe("jo@example.com");
  });

  it("begins no heading", () => {
    expect(markdownText("# a # b")).toBe("&#35; a # b");
    expect(markdownText(" ## a")).toBe(" &#35;&#35; a");
    expect(markdownText("#a")).toBe("#a");
  });

  it("stays on one line, and shows what cannot be seen", () => {
    expect(markdownText("a\r\n# b\u202ec\u001b[2J")).toBe(
      "a&#92;u000d&#92;u000a# b&#92;u202ec&#92;u001b&#91;2J",
    );
  });
});

describe("markdownCode", () => {
  it("has more backticks around it than in it", () => {
    expect(markdownCode("a.yaml:1:2")).toBe("`a.yaml:1:2`");
    expect(markdownCode("a`b``c")).toBe("```a`b``c```");
    expect(markdownCode("`a")).toBe("`` `a ``");
    expect(markdownCode("a`")).toBe("`` a` ``");
    expect(markdownCode("")).toBe("`  `");
    expect(markdownCode(" a ")).toBe("`  a  `");
    expect(markdownCode("a\n\nb")).toBe("`a\\u000a\\u000ab`");
  });
});

describe("markdownBlock", () => {
  it("is not ended by what is in it", () => {
    expect(markdownBlock("sh", ["ls", "rm"])).toBe("```sh\nls\nrm\n```\n");
    expect(markdownBlock("", ["````", "# x"])).toBe("`````\n````\n# x\n`````\n");
    const lines = fc.array(fc.string({ unit: fc.constantFrom("`", " ", "a", "~") }));
    fc.assert(
      fc.property(lines, (texts) => {
        const all = markdownBlock("diff", texts).split("\n");
        const fence = all.at(-2) ?? "";
        const closing = all.findIndex((line, i) => i > 0 && new RegExp(`^ {0,3}${fence}\`* *$`).test(line));
        expect(closing).toBe(texts.length + 1);
      }),
    );
  });
});
