/** What somebody asks for. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** The value of `${u}`. */
  readonly user: string;
  readonly context: Readonly<Record<string, string>>;
}

/** A statement in the little language of the property tests. */
export interface SmallStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** True when any statement of an effect is about a request; wildcards may or may not reach over colons. */
export function applies(
  statements: readonly SmallStatement[],
  effect: SmallStatement["Effect"],
  request: Request,
  reachesOver: boolean,
): boolean {
  return statements.some((s) => s.Effect === effect && isAbout(s, request, reachesOver));
}

function isAbout(statement: SmallStatement, request: Request, reachesOver: boolean): boolean {
  const { Action, NotAction = [], Resource, NotResource = [], Condition = {} } = statement;
  const isAction = (p: string): boolean => glob(p.toLowerCase(), true).test(request.action.toLowerCase());
  const isResource = (p: string): boolean => matches(p, request, reachesOver);
  if (Action === undefined ? NotAction.some(isAction) : !Action.some(isAction)) return false;
  if (Resource === undefined ? NotResource.some(isResource) : !Resource.some(isResource)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const isIn = values.includes(request.context[key] ?? "absent");
      return operator === "StringEquals" ? isIn : !isIn;
    }),
  );
}

function matches(pattern: string, { resource, user }: Request, reachesOver: boolean): boolean {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable of IAM
  const filled = pattern.replaceAll("${u}", user);
  if (filled === "*") return true;
  if (reachesOver) return glob(filled, true).test(resource);
  const parts = filled.split(":");
  while (parts.length < 6 && filled.endsWith("*")) parts.push("*");
  const found = resource.split(":");
  const six = (all: readonly string[]): readonly string[] => [...all.slice(0, 5), all.slice(5).join(":")];
  const [wanted, given] = [six(parts), six(found)];
  return wanted.every((part, i) => glob(part, i === 5).test(given[i] ?? ""));
}

const globs = new Map<string, RegExp>();

function glob(pattern: string, reachesOver: boolean): RegExp {
  const any = reachesOver ? "." : "[^:]";
  const source = `^${pattern.replace(/[/.]/g, "\\$&").replaceAll("*", `${any}*`).replaceAll("?", any)}$`;
  const made = globs.get(source) ?? new RegExp(source);
  globs.set(source, made);
  return made;
}
