/** How YAML 1.1, or YAML 1.2 for a value, reads text without quotes that means a name; tried in order. */
const readings: readonly (readonly [pattern: RegExp, reading: string])[] = [
  [/^(~|null|Null|NULL)?$/, "nothing"],
  [/^(true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/, "true or false"],
  [/^\d{4}-\d\d?-\d\d?([Tt ].*)?$/, "a date"],
  [/^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/, "a number to the base of 60"],
  [/^[-+]?(0b[01_]+|0o[0-7_]+|0x[\da-fA-F_]+)$/, "a number"],
  [/^[-+]?(\d[\d_]*\.?[\d_]*|\.\d[\d_]*)([eE][-+]?\d+)?$/, "a number"],
  [/^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/, "a number"],
];

/** What a text without quotes is to some YAML programs; null when it is text to all of them. */
export function otherReading(text: string): string | null {
  return readings.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}
