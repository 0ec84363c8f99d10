/** Text with limits in characters (code points) and a pattern that the whole value has to match. */
export interface TextShape {
  readonly kind: "text";
  readonly min: number;
  readonly max: number;
  /** Source of a regular expression with the `u` flag, without anchors; null allows any text. */
  readonly pattern: string | null;
  /** The only values allowed; null allows any. */
  readonly values: readonly string[] | null;
}

/** A whole number within limits, both inclusive. */
export interface IntegerShape {
  readonly kind: "integer";
  readonly min: number;
  readonly max: number;
}

/** A list with limits on its length. */
export interface ListShape {
  readonly kind: "list";
  readonly member: Shape;
  readonly min: number;
  readonly max: number;
}

/** An object with named members. With `union`, exactly one of them has to be there. */
export interface StructureShape {
  readonly kind: "structure";
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly union: boolean;
}

/** What one value of a request has to look like. Facts from the services' API models. */
export type Shape =
  | TextShape
  | IntegerShape
  | ListShape
  | StructureShape
  | { readonly kind: "boolean" }
  | { readonly kind: "document" };

type Members = Readonly<Record<string, Shape>>;

export function text(min: number, max: number, pattern: string | null = null): TextShape {
  return { kind: "text", min, max, pattern, values: null };
}

export function oneOf(...values: readonly string[]): TextShape {
  return { kind: "text", min: 0, max: Number.POSITIVE_INFINITY, pattern: null, values };
}

export function integer(min: number, max: number): IntegerShape {
  return { kind: "integer", min, max };
}

export function list(member: Shape, min = 0, max = Number.POSITIVE_INFINITY): ListShape {
  return { kind: "list", member, min, max };
}

export function structure(required: Members, optional: Members = {}): StructureShape {
  return {
    kind: "structure",
    members: { ...required, ...optional },
    required: Object.keys(required),
    union: false,
  };
}

export function union(members: Members): StructureShape {
  return { kind: "structure", members, required: [], union: true };
}

export const boolean: Shape = { kind: "boolean" };

/** Any JSON value. */
export const document: Shape = { kind: "document" };
