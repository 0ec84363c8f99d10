import { hasErrors } from "../../diagnostic/diagnostic.js";
import { decode } from "./decode.js";
import { type ReadProvider, readProvider } from "./read-provider.js";

/** A metadata file that was read from somewhere. */
export interface MetadataFile {
  /** Path as people see it. */
  readonly file: string;
  /** Null when there are more than metadata may have. */
  readonly bytes: Uint8Array | null;
}

export interface OpenedFile extends ReadProvider {
  readonly file: string;
  /** What there is to show of it. */
  readonly text: string;
}

/** From bytes to what is written in them. */
export function openFile({ file, bytes }: MetadataFile): OpenedFile {
  const { text, diagnostics } = decode(bytes, file);
  if (hasErrors(diagnostics)) return { file, text, subject: null, serviceProvider: null, diagnostics };
  const read = readProvider(text, file);
  return { ...read, file, text, diagnostics: [...diagnostics, ...read.diagnostics] };
}
