const shape =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?([Zz]|[+-]\d{2}:\d{2})?)?$/;

/**
 * The instant of a date (00:00 UTC of it) or of a timestamp with its zone, as ISO-8601 in UTC; null when
 * it is neither, or no day of the calendar.
 */
export function readInstant(text: string): string | null {
  const match = shape.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  if (hour !== undefined && zone === undefined) return null;
  const clock =
    hour === undefined ? "00:00:00Z" : `${hour}:${minute}:${second ?? "00"}${zone?.toUpperCase()}`;
  const date = `${year}-${month}-${day}`;
  // Date rolls the 30th of February over into March.
  if (new Date(`${date}T00:00:00Z`).toJSON()?.slice(0, 10) !== date || clock.startsWith("24")) return null;
  return new Date(`${date}T${clock}`).toJSON();
}

/** What to write instead of a text that is no instant. */
export function instantHint(text: string): string {
  const { 4: hour, 7: zone } = shape.exec(text) ?? [];
  if (hour !== undefined && zone === undefined && readInstant(`${text}Z`) !== null)
    return `say in which zone: "${text}Z" is UTC`;
  return 'write a date such as "2027-06-30", which means 00:00 UTC, or "2027-06-30T18:00:00Z"';
}

/** `2027-06-30`, or with the time when it is not midnight. */
export function dayOf(instant: string): string {
  return instant.endsWith("T00:00:00.000Z")
    ? instant.slice(0, 10)
    : `${instant.slice(0, 16).replace("T", " ")} UTC`;
}
