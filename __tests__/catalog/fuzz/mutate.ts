import fc from "fast-check";

/** Pieces that YAML, the catalog or a terminal could trip over. */
const tokens = [
  ...[
    "\t",
    "\r",
    "\r\n",
    "\n",
    ":",
    ": ",
    "- ",
    "? ",
    "*a",
    "&a ",
    "<<: *a\n",
    "<<: [",
    "!x ",
    "!!js/function ",
    "!!binary ",
  ],
  ...[
    '"',
    "'",
    "|",
    ">-\n",
    "#",
    " #",
    "{",
    "}",
    "[",
    "]",
    ",",
    "@",
    "`",
    "%",
    "---\n",
    "...\n",
    "\0",
    "\uFEFF",
    "\u2028",
  ],
  ...[
    "😀",
    "\ud800",
    "\u202e",
    "null",
    "~",
    "0x",
    "1e99",
    ".nan",
    "__proto__: ",
    "constructor: {}\n",
    "{{ .x }}",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what makes it nasty
    "${x}",
  ],
  ...[
    "!include x",
    "!terraform.state a b",
    "%YAML 1.1\n---\n",
    "# identity-ignore IDC308 why\n",
    "\\",
    "    ",
    "012",
    "yes",
  ],
  ...[
    "import: [f]\n",
    "import: ['**/*']\n",
    "groups: ",
    "users: ",
    "permission_sets: ",
    "all: true",
    "exclude: ",
    "expires_at: ",
  ],
  ...[
    "AdministratorAccess",
    "ReadOnlyAccess",
    "*",
    "account_assignments:\n",
    "metadata: { inherits: [a] }\n",
    "overrides: ",
  ],
];

interface Edit {
  readonly what: "delete" | "double" | "swap" | "insert" | "cut" | "indent" | "value";
  /** Where, and where to, as shares of the text. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly token: string;
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true });
const edit: fc.Arbitrary<Edit> = fc.record({
  what: fc.constantFrom("delete", "double", "swap", "insert", "cut", "indent", "value"),
  from: share,
  to: share,
  length: fc.integer({ min: 1, max: 6 }),
  token: fc.constantFrom(...tokens),
});

/** Changes of a text: lines are deleted, doubled, moved; tokens are put in and characters taken out. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { minLength: 1, maxLength: 4 });

/** Changes of whole lines alone. */
export const lineEdits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    ...{ token: fc.constant("") },
    what: fc.constantFrom("delete", "double", "swap"),
    from: share,
    to: share,
    length: fc.integer({ min: 1, max: 6 }),
  }),
  { minLength: 1, maxLength: 3 },
);

export function mutated(text: string, changes: readonly Edit[]): string {
  return changes.reduce(apply, text);
}

function apply(text: string, { what, from, to, length, token }: Edit): string {
  const at = Math.floor(from * text.length);
  if (what === "insert") return text.slice(0, at) + token + text.slice(at);
  if (what === "cut") return text.slice(0, at) + text.slice(at + length);
  const lines = text.split("\n");
  const line = Math.floor(from * lines.length);
  const other = Math.floor(to * lines.length);
  const part = lines.slice(line, line + length);
  if (what === "delete") lines.splice(line, length);
  else if (what === "double") lines.splice(line, 0, ...part);
  else if (what === "swap") lines.splice(other, 0, ...lines.splice(line, length));
  else if (what === "indent") lines[line] = `${" ".repeat(length)}${lines[line]}`;
  else lines[line] = (lines[line] ?? "").replace(/: .*/, () => `: ${token}`);
  return lines.join("\n");
}
