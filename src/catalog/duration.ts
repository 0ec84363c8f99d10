/** Seconds of an ISO-8601 duration of days, hours, minutes and seconds; null when it is not one. */
export function durationSeconds(text: string): number | null {
  const match = /^P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (match === null || text === "P") return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 86_400 + (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** What to write instead of a duration that is not one, or not in range. */
export function durationHint(text: string): string {
  const hours = /^(\d+)\s*h(ours?)?$/i.exec(text)?.[1];
  const seconds = hours === undefined ? Number(text) : Number(hours) * 3_600;
  if (/^\d+$/.test(text) || hours !== undefined) {
    if (seconds >= 3_600 && seconds <= 43_200) return `write "${isoDuration(seconds)}"`;
  }
  if (hours === undefined && seconds >= 1 && seconds <= 12) return `write "PT${seconds}H" for hours`;
  if (durationSeconds(text.toUpperCase()) !== null && durationSeconds(text) === null)
    return `write "${text.toUpperCase()}"`;
  return "write a duration from PT1H to PT12H, such as PT4H or PT1H30M";
}

/** A duration within a name: `PT4H` -> `4h`, `PT90M` -> `1h30m`. Nothing for a text that is none. */
export function shortDuration(text: string): string {
  return isoDuration(durationSeconds(text) ?? 0)
    .slice(2)
    .toLowerCase();
}

function isoDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3_600), "H"],
    [Math.floor((seconds % 3_600) / 60), "M"],
    [seconds % 60, "S"],
  ] as const;
  return `PT${parts.flatMap(([value, unit]) => (value === 0 ? [] : `${value}${unit}`)).join("")}`;
}
