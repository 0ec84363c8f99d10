const pattern = /^\d{8}T\d{9}Z-[0-9a-f]{8}$/;

/**
 * A run's id: UTC to the millisecond, then eight random hexadecimal digits, such as
 * `20261124T064539123Z-0f835cec`. A later run has a greater id.
 */
export function runId(createdAt: string, random: string): string {
  const stamp = new Date(createdAt).toISOString().replace(/[-:.]/g, "");
  const id = `${stamp}-${random}`;
  if (!isRunId(id)) throw new Error(`not eight hexadecimal digits: ${random}`);
  return id;
}

/** True for the form of a run's id; anything else could name a file outside of the runs. */
export function isRunId(text: string): boolean {
  return pattern.test(text);
}

/** The newest of some ids; null when there is none. */
export function latestRunId(names: readonly string[]): string | null {
  return names.filter(isRunId).toSorted().at(-1) ?? null;
}
