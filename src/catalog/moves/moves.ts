import type { Span } from "../../diagnostic/diagnostic.js";

/** One side of an entry of `moved`: a Terraform address, or the name of a group or user. */
export interface MoveEnd {
  readonly kind: "address" | "group" | "user";
  readonly name: string;
  readonly span: Span;
}

/** What is the same object under another address, or the same principal under another name. */
export interface Move {
  readonly from: MoveEnd;
  readonly to: MoveEnd;
}

/** An object of AWS that is taken into the state. */
export interface MovesImport {
  /** A Terraform address. */
  readonly to: { readonly name: string; readonly span: Span };
  /** The provider's import id. */
  readonly id: { readonly name: string; readonly span: Span };
}

/** `moves.yaml`, which lies beside the catalog file and need not be there. */
export interface Moves {
  /** The path of the file, as it is shown. */
  readonly file: string;
  readonly exists: boolean;
  /** In the order of the file. */
  readonly moved: readonly Move[];
  /** In the order of the file. */
  readonly imports: readonly MovesImport[];
}
