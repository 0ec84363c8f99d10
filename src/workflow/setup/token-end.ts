/** Days before the end of a token from which on it has to be renewed. */
const soonDays = 30;
const millisecondsPerDay = 86_400_000;

export type TokenEnd =
  | { readonly status: "unknown" }
  | { readonly status: "ended" | "soon" | "later"; readonly day: string };

/** Where the clock stands to the last day of a token (`YYYY-MM-DD`, to its end in UTC). */
export function tokenEnd(day: string | null, clock: string): TokenEnd {
  const end = day === null ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (day === null || Number.isNaN(end)) return { status: "unknown" };
  const left = end + millisecondsPerDay - Date.parse(clock);
  if (left <= 0) return { status: "ended", day };
  return { status: left <= soonDays * millisecondsPerDay ? "soon" : "later", day };
}
