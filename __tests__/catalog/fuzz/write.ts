import type { Data, DataMap } from "./data.js";

/** Decides: a number from 0 to below `n`. */
export type Choose = (n: number) => number;

const plain = /^[A-Za-z][\w./@+-]*( [\w./@+-]+)*$/;
const words = /^(true|false|null)$/i;
/** What a merged map says of a key that is written beside it: it must not count. */
const overridden: DataMap = new Map([["permission_sets", ["AdministratorAccess", "PowerUserAccess"]]]);

/** Writes data as YAML in one of its many ways: flow or block, any quotes, any order, anchors, `<<`, comments. */
export function write(data: DataMap, choose: Choose): string {
  const anchors = new Map<Data, string>();

  function block(value: Data, indent: number): string {
    const name = anchors.get(value);
    if (name !== undefined && choose(2) === 0) return ` *${name}${comment()}`;
    const anchor = anchorFor(value);
    if (typeof value !== "object" || sizeOf(value) === 0 || choose(4) === 0) {
      return `${anchor} ${blockText(value, indent) ?? `${flow(value)}${comment()}`}`;
    }
    const pad = `\n${" ".repeat(indent)}`;
    const lines =
      value instanceof Map
        ? entries(value).map(([key, inside]) => `${pad}${key}:${block(inside, indent + 1 + choose(3))}`)
        : (value as readonly Data[]).map((item) => `${pad}-${block(item, indent + 2)}`);
    return `${anchor}${comment()}${lines.join("")}`;
  }

  function blockText(value: Data, indent: number): string | null {
    if (typeof value !== "string" || !/^\S+( \S+)*$/.test(value) || choose(8) > 0) return null;
    return `${choose(2) === 0 ? "|-" : ">-"}\n${" ".repeat(indent + 1)}${value}`;
  }

  function flow(value: Data): string {
    if (typeof value === "string") return scalar(value);
    if (typeof value === "boolean") return String(value);
    const items =
      value instanceof Map
        ? entries(value).map(([key, inside]) => `${key}: ${flow(inside)}`)
        : (value as readonly Data[]).map(flow);
    const [open, close] = value instanceof Map ? ["{", "}"] : ["[", "]"];
    return `${open} ${items.join(", ")} ${close}`;
  }

  /** Keys as they are written, in any order; some moved into a `<<`, where other values lose. */
  function entries(map: DataMap): readonly (readonly [key: string, value: Data])[] {
    const all = shuffled([...map]).map(([key, value]): readonly [string, Data] => [scalar(key), value]);
    if (all.length < 2 || choose(4) > 0 || !isPrincipals(map)) return all;
    const raw = shuffled([...map]);
    const at = choose(raw.length);
    const own = raw.slice(at);
    const first = new Map([
      ...raw.slice(0, at),
      ...own.slice(0, choose(2)).map(([k]) => [k, overridden] as const),
    ]);
    const second = new Map(raw.slice(0, choose(at + 1)).map(([k]) => [k, overridden] as const));
    const merged: Data = choose(2) === 0 && second.size === 0 ? first : [first, second];
    const written = own.map(([key, value]): readonly [string, Data] => [scalar(key), value]);
    return shuffled([["<<", merged], ...written]);
  }

  /** Few names, so that some are defined again: an alias means the latest before it. */
  function anchorFor(value: Data): string {
    if (!Array.isArray(value) || choose(2) > 0) return "";
    const name = `a${choose(3)}`;
    for (const [other, taken] of anchors) if (taken === name) anchors.delete(other);
    anchors.set(value, name);
    return ` &${name}`;
  }

  function comment(): string {
    return choose(10) === 0 ? " # a: comment" : "";
  }

  function scalar(text: string): string {
    const style = choose(3);
    if (style === 0 && plain.test(text) && !words.test(text)) return text;
    return style === 1 ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
  }

  function shuffled<T>(list: readonly T[]): readonly T[] {
    const rest = [...list];
    return list.flatMap(() => rest.splice(choose(rest.length), 1));
  }

  return `${block(data, 0).trimStart()}\n`;
}

function sizeOf(value: Data & object): number {
  return value instanceof Map ? value.size : (value as readonly Data[]).length;
}

function isPrincipals(map: DataMap): boolean {
  return [...map.values()].every((v) => v instanceof Map && v.size === 1 && v.has("permission_sets"));
}
