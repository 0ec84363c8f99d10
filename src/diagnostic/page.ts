import { codes } from "./codes.js";

const chapters: readonly (readonly [digit: string, title: string])[] = [
  ["1", "Reading files"],
  ["2", "Shape of the catalog, the snapshot and the seed"],
  ["3", "Rules"],
  ["4", "Preflight"],
  ["5", "Terraform and runs"],
  ["6", "Audit"],
  ["7", "Identity providers"],
  ["9", "The program itself"],
];

/** docs/diagnostics.md: every code with what it means, by chapter. */
export function diagnosticsPage(): string {
  const parts = chapters.flatMap(([digit, title]) => {
    const entries = Object.entries(codes).filter(([code]) => code.startsWith(`IDC${digit}`));
    if (entries.length === 0) return [];
    const texts = entries.map(([code, e]) => `### ${code}: ${e.title}\n\n${e.explanation}\n`);
    return [`## ${title}\n`, ...texts];
  });
  return `${head}\n${parts.join("\n")}`;
}

const head = `# Diagnostics

Everything the program finds has a stable code, a place and, where there is one, a remedy. An **error** stops
the command, a **warning** is legal but probably not meant, an **info** is good to know.

This page is generated from \`src/diagnostic/codes.ts\` by \`scripts/generate.mjs\`.
`;
