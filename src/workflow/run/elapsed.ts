/** Seconds between two instants, to a tenth. */
export function elapsedSeconds(begin: Date, end: Date): number {
  return Math.round((end.getTime() - begin.getTime()) / 100) / 10;
}
