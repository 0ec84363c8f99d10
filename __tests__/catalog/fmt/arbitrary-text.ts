import fc from "fast-check";

/** How a catalog is written: what a person may do that changes nothing of what it says. */
interface Style {
  readonly step: number;
  readonly isFlow: boolean;
  readonly isIndented: boolean;
  readonly hasComments: boolean;
  readonly quote: "" | "'" | '"';
  readonly end: string;
}

export interface WrittenList {
  readonly items: readonly string[];
  /** For each item: a comment above, one behind it, a blank line before it. */
  readonly remarks: readonly (readonly [above: boolean, behind: boolean, blank: boolean])[];
  readonly anchor: boolean;
}

export interface WrittenText {
  readonly text: string;
  /** What it says, by the name of the account type, lists as they were written. */
  readonly types: Readonly<
    Record<string, { readonly accounts: readonly string[]; readonly exclude: readonly string[] }>
  >;
}

const name = fc.constantFrom(
  ...["dev", "prod", "core-root", "B", "a", "yes", "off", "n", "12", "012345678901", "123456789012"],
  ...["é", "😀", "￮", "plat-*", "2026-01-01", "null", "1e3", "x y", "~"],
);
const list: fc.Arbitrary<WrittenList> = fc
  .array(
    fc.tuple(
      name,
      fc.tuple(
        fc.boolean(),
        fc.boolean(),
        fc.nat(5).map((n) => n === 0),
      ),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((pairs) =>
    fc.boolean().map((anchor) => ({
      items: pairs.map(([item]) => item),
      remarks: pairs.map(([, remarks]) => remarks),
      anchor,
    })),
  );
const style: fc.Arbitrary<Style> = fc.record({
  step: fc.constantFrom(1, 2, 3, 4),
  isFlow: fc.boolean(),
  isIndented: fc.boolean(),
  hasComments: fc.boolean(),
  quote: fc.constantFrom("", "'", '"'),
  end: fc.constantFrom("\n", "\r\n", "  \n"),
});

/** Account types in every order and style, with comments that name what they are about. */
export const writtenText: fc.Arbitrary<WrittenText> = fc
  .array(fc.tuple(list, list, style, fc.boolean()), { minLength: 1, maxLength: 4 })
  .chain((types) =>
    style.map((outer) => {
      const pad = (level: number): string => " ".repeat(outer.step * level);
      const lines = ["components:", `${pad(1)}terraform:`, `${pad(2)}aws-sso:`, `${pad(3)}vars:`];
      lines.push(`${pad(4)}account_types:`);
      const said: Record<string, { accounts: readonly string[]; exclude: readonly string[] }> = {};
      types.forEach(([accounts, exclude, how, isReversed], i) => {
        const type = `type-${i}`;
        said[type] = { accounts: accounts.items, exclude: exclude.items };
        const parts = [
          [`# of accounts ${i}`, `accounts:`, accounts],
          [`# of exclude ${i}`, `exclude:`, exclude],
        ] as const;
        lines.push(`${pad(5)}${type}:${how.hasComments ? `  # of ${type}` : ""}`);
        for (const [remark, key, written] of isReversed ? parts.toReversed() : parts) {
          if (how.hasComments) lines.push(`${pad(6)}${remark}`);
          const anchor = written.anchor ? ` &${key.slice(0, -1)}-${i}` : "";
          lines.push(...listLines(`${pad(6)}${key}${anchor}`, written, { ...how, step: outer.step }, 6));
        }
      });
      return { text: lines.map((line) => line + outer.end).join(""), types: said };
    }),
  );

function listLines(
  head: string,
  { items, remarks }: WrittenList,
  style: Style,
  level: number,
): readonly string[] {
  const quoted = items.map((item) => quoteAs(item, style.quote));
  if (style.isFlow && !style.hasComments) return [`${head} [${quoted.join(", ")}]`];
  const inside = " ".repeat(style.step * (level + (style.isIndented || style.isFlow ? 1 : 0)));
  const lines = quoted.flatMap((text, i): readonly string[] => {
    const [above, behind, blank] = remarks[i] ?? [false, false, false];
    const comma = style.isFlow ? "," : "";
    return [
      ...(blank && !style.isFlow ? [""] : []),
      ...(above && style.hasComments ? [`${inside}# above ${items[i]}`] : []),
      `${inside}${style.isFlow ? "" : "- "}${text}${comma}${behind && style.hasComments ? ` # behind ${items[i]}` : ""}`,
    ];
  });
  return style.isFlow ? [`${head} [`, ...lines, `${inside}]`] : [head, ...lines];
}

/** Numbers and null are text only in quotes; ids are read as text all the same. */
function quoteAs(item: string, quote: Style["quote"]): string {
  const mustQuote = ["12", "null", "1e3", "~"].includes(item) || item.endsWith("*");
  const used = quote === "" && mustQuote ? '"' : quote;
  return `${used}${item}${used}`;
}
