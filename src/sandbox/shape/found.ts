/** What was found so far: values of a wrong type, and constraints that are not met. */
export interface Found {
  readonly types: string[];
  readonly constraints: string[];
}

/** The path of a member, spelled as in AWS's messages. */
export function join(path: string, name: string): string {
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  return path === "" ? member : `${path}.${member}`;
}

/** Notes a constraint that a value does not meet, in AWS's words. */
export function unmet(value: unknown, path: string, constraint: string, found: Found): void {
  const shown = value === null ? "null" : `'${show(value)}'`;
  found.constraints.push(
    `Value ${shown} at '${path}' failed to satisfy constraint: Member must ${constraint}`,
  );
}

/** Notes a value of another JSON type. */
export function wrongType(value: unknown, path: string, wanted: string, found: Found): void {
  const where = path === "" ? "the request" : `'${path}'`;
  found.types.push(`${show(value)} at ${where} can not be converted to a ${wanted}`);
}

function show(value: unknown): string {
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  return shown.length > 300 ? `${shown.slice(0, 300)}...` : shown;
}
