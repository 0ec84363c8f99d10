/** Why a text is not read as XML; it ends at the first one. Offsets count UTF-16 code units from 0. */
export interface Fault {
  /** `IDC701`: a bound was passed. `IDC703`: a document type. `IDC704`: it is not well-formed. */
  readonly code: "IDC701" | "IDC703" | "IDC704";
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

const again = "download the file again, and upload it as it is: an editor or a chat may have changed it";

/** What no XML parser takes. */
export function malformed(message: string, start: number, end: number = start + 1): Fault {
  return { code: "IDC704", message: `not well-formed XML: ${message}`, hint: again, start, end };
}

export function isFault(value: object): value is Fault {
  return "code" in value;
}
