import fc from "fast-check";

/** Texts that mean something to Terraform, to CDKTF or to JavaScript. */
export const hostileTexts: readonly string[] = [
  `\${aws:username}`,
  `\${path.module}`,
  `%{ if true }x%{ endif }`,
  `$\${already}`,
  `$$\${thrice}`,
  `%%%{thrice}`,
  `$%{mixed}`,
  `%\${mixed}`,
  `\${\${nested}}`,
  `ends with $`,
  `ends with %`,
  `$`,
  `{`,
  `$$`,
  `$&`,
  `\${TfToken[TOKEN.0]}`,
  `#{TfToken[TOKEN.0]}`,
  `&{TfToken[TOKEN.0]}`,
  `TfToken[TfToken[`,
  `-8.2e298`,
  `90677c1a2b-11111111-2222-3333-4444-82e297aaaaaa`,
  `__proto__`,
  `constructor`,
  `\\"quoted\\"`,
  `line\nline`,
  `é🦄`,
];

const pieces = fc.constantFrom(
  "$",
  "%",
  "{",
  "}",
  "$$",
  "${",
  "%{",
  '"',
  "\\",
  "TfToken[",
  "TOKEN.0",
  "]}",
  "-8e298",
  "#",
  "&",
  "a",
  " ",
);

/** Arbitrary texts, most of them built of the pieces that hurt. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { maxLength: 12 }).map((all) => all.join("")) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme" }) },
);
