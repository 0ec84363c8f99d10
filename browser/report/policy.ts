/** A statement of an IAM policy, in words. */
export interface StatementWords {
  readonly sid: string;
  readonly effect: string;
  /** "all but these" when it says NotAction. */
  readonly actions: readonly string[];
  readonly allBut: boolean;
  readonly resources: readonly string[];
  readonly allButResources: boolean;
  /** `StringEquals aws:RequestedRegion: eu-west-1, eu-central-1` */
  readonly conditions: readonly string[];
}

/** The statements of a policy as JSON text; null when it cannot be read. */
export function statementsOfText(text: string): readonly StatementWords[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    return listOf(value["Statement"]).filter(isRecord).map(statementWords);
  } catch {
    return null;
  }
}

/** Policy text with one key a line; as it is when it is no JSON. */
export function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function statementWords(statement: Readonly<Record<string, unknown>>): StatementWords {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    sid: typeof Sid === "string" ? Sid : "",
    effect: typeof Effect === "string" ? Effect : "",
    actions: textsOf(Action ?? NotAction),
    allBut: NotAction !== undefined,
    resources: textsOf(Resource ?? NotResource),
    allButResources: NotResource !== undefined,
    conditions: isRecord(Condition) ? Object.entries(Condition).flatMap(conditionWords) : [],
  };
}

function conditionWords([operator, keys]: readonly [string, unknown]): readonly string[] {
  if (!isRecord(keys)) return [operator];
  return Object.entries(keys).map(([key, values]) => `${operator} ${key}: ${textsOf(values).join(", ")}`);
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).map((item) => (typeof item === "string" ? item : JSON.stringify(item)));
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
