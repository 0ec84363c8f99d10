import type { Span } from "../../diagnostic/diagnostic.js";
import type { MapNode, Node } from "../yaml/node.js";

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
}
