import { isObject } from "../../policy/policy-json.js";
import type { PageData } from "./page-data.js";

/** The tags around the data in the page. */
export const dataTags = ['<script type="application/json" id="report-data">', "</script>"] as const;

/** The data of a page of ours; null when the text is no such page, or one that was cut or changed. */
export function pageOf(html: string): PageData | null {
  const start = html.indexOf(dataTags[0]);
  const end = html.indexOf(dataTags[1], start);
  if (start < 0 || end < 0) return null;
  try {
    const value: unknown = JSON.parse(html.slice(start + dataTags[0].length, end));
    return isPage(value) ? value : null;
  } catch {
    return null;
  }
}

function isPage(value: unknown): value is PageData {
  if (!isObject(value) || value["version"] !== 1) return false;
  const { accounts, principals, setNames, ends, grants } = value;
  return (
    [accounts, principals, setNames, ends].every(Array.isArray) &&
    Array.isArray(grants) &&
    grants.every((n) => Number.isInteger(n)) &&
    isInside(grants, [accounts, principals, setNames, ends])
  );
}

/** True when no grant points at what is not there: a changed file must not become access nobody has. */
function isInside(grants: readonly number[], tables: readonly unknown[]): boolean {
  const sizes = tables.map((table) => (Array.isArray(table) ? table.length : 0));
  return (
    grants.length % 5 === 0 &&
    grants.every((n, i) => {
      const size = sizes[i % 5];
      return size === undefined || (n < size && (n >= 0 || i % 5 === 3));
    })
  );
}
