/** A prediction in words that promise no more than it knows: `under a minute`, `about 4 min`. */
export function formatMinutes(seconds: number): string {
  return seconds < 60 ? "under a minute" : `about ${Math.round(seconds / 60)} min`;
}
