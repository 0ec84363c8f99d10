import { invalid } from "./find.js";

const hour = 3600;
const longest = 12 * hour;
const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Throws unless the ISO-8601 duration is from one to twelve hours. Years, months and weeks never are. */
export function requireSessionDuration(duration: string | undefined): void {
  if (duration === undefined) return;
  const match = parts.exec(duration);
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = (match?.slice(1) ?? []).map((part) =>
    Number(part ?? 0),
  );
  const total = days * 24 * hour + hours * hour + minutes * 60 + seconds;
  if (match !== null && total >= hour && total <= longest) return;
  throw invalid(`Session duration ${duration} is not between 1 hour (PT1H) and 12 hours (PT12H).`);
}
