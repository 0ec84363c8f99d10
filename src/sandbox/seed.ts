import { LineCounter, parseDocument } from "yaml";
import { type Diagnostic, hasErrors } from "../diagnostic/diagnostic.js";
import { requireConsistency } from "./seed/consistency.js";
import { readSeed } from "./seed/read.js";
import { createReader } from "./seed/reader.js";

/** An account of a seed. */
export interface SeedAccount {
  /** 12 digits. */
  readonly id: string;
  readonly name: string;
  /** Path of OU names from the root, which is "/"; OUs on the way are made. In a file the default is "/". */
  readonly ou: string;
  /** Default ACTIVE. */
  readonly status?: "ACTIVE" | "SUSPENDED";
  /** Default none. */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A user of a seed. */
export interface SeedUser {
  readonly userName: string;
  /** Default the user name. */
  readonly displayName?: string;
  /** Default none. */
  readonly email?: string;
  /** Names of the seed's groups. In a file the default is none. */
  readonly groups: readonly string[];
}

/** The organization and the directory a sandbox starts with. */
export interface Seed {
  /** Id of one of the accounts. */
  readonly managementAccount: string;
  /** Home region of Identity Center. Default `us-east-1`. */
  readonly region?: string;
  readonly accounts: readonly SeedAccount[];
  /** Display names; the groups look as if SCIM had made them. */
  readonly groups: readonly string[];
  readonly users: readonly SeedUser[];
}

/** Reads a seed file (YAML). The seed is null when anything is wrong with it; all errors have code `IDC204`. */
export function parseSeed(
  text: string,
  file: string,
): { readonly seed: Seed | null; readonly diagnostics: readonly Diagnostic[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const reader = createReader(document, lineCounter, file);
  for (const error of document.errors) {
    const [first = "the file is not YAML"] = error.message.split("\n");
    reader.reportAt(error.pos, first.replace(/ at line \d+.*$/, "").replace(/^[A-Z](?=[a-z ])/, lower), null);
  }
  if (hasErrors(reader.diagnostics)) return { seed: null, diagnostics: reader.diagnostics };
  const written = readSeed(reader, document.contents);
  if (written !== null) requireConsistency(reader, written);
  const seed = written === null || hasErrors(reader.diagnostics) ? null : written.seed;
  return { seed, diagnostics: reader.diagnostics };
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
