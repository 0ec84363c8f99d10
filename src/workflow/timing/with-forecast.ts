import { formatMinutes } from "./format-minutes.js";

/** The title of a step with how long it will take, where that is a minute or more: `Planning, about 3 min`. */
export function withForecast(title: string, predictedSeconds: number | null): string {
  if (predictedSeconds === null || predictedSeconds < 60) return title;
  return `${title}, ${formatMinutes(predictedSeconds)}`;
}
