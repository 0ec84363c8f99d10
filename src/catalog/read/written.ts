import type { Span } from "../../diagnostic/diagnostic.js";
import type { MapNode, Node } from "../yaml/node.js";
import type { UnmergedFile } from "./imports.js";

/** The component as written: every shape is still allowed, every layer is merged. */
export interface WrittenCatalog {
  /** The key under `components.terraform`. */
  readonly component: string;
  readonly span: Span;
  readonly vars: MapNode;
  /** Keys set in the component's own `vars` or in one it inherits from. */
  readonly ownKeys: ReadonlySet<string>;
  readonly backendType: Node | undefined;
  readonly backend: Node | undefined;
  /** The files that were merged, and where in them `vars` stood, lowest precedence first. */
  readonly file: UnmergedFile;
  readonly varsPlaces: readonly VarsPlace[];
}

/** Where `vars` can stand in a file. */
export interface VarsPlace {
  readonly kind: "vars" | "terraform" | "inherited" | "component" | "overrides";
  /** Keys from the top of the file, `vars` last. */
  readonly path: readonly string[];
}
