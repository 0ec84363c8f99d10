import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import type { Ask } from "./ask.js";
import { findGroups } from "./find-groups.js";
import { equals, query, readList } from "./list.js";
import { strange } from "./meaning.js";
import type { ScimGroup, ScimStep, ScimStepId, ScimStepStatus } from "./report.js";
import type { ScimInput, ScimPorts } from "./test-scim.js";

/** The endpoint, with the token and with one that cannot be right. */
interface Endpoint {
  readonly ask: Ask;
  readonly askWrongly: Ask;
}

/** What a step found; after a `broken` one none can follow. */
interface StepResult {
  readonly step: ScimStep;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
  readonly groups?: readonly ScimGroup[];
}

/** What all steps found that were tried. */
export interface RanSteps {
  readonly steps: readonly ScimStep[];
  readonly groups: readonly ScimGroup[] | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly broken: boolean;
}

type Step = (endpoint: Endpoint, ports: Pick<ScimPorts, "random">, input: ScimInput) => Promise<StepResult>;

/** Everything that needs the endpoint, in order, until something breaks. */
export async function runSteps(
  endpoint: Endpoint,
  ports: Pick<ScimPorts, "random">,
  input: ScimInput,
): Promise<RanSteps> {
  const results: StepResult[] = [];
  for (const step of [connection, authentication, userQuery, groups] satisfies readonly Step[]) {
    results.push(await step(endpoint, ports, input));
    if (results.at(-1)?.broken === true) break;
  }
  return {
    steps: results.map((result) => result.step),
    groups: results.at(-1)?.groups ?? null,
    diagnostics: results.flatMap((result) => result.diagnostics),
    broken: results.at(-1)?.broken === true,
  };
}

const configuration = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";

async function connection({ ask }: Endpoint): Promise<StepResult> {
  const answer = await ask("ServiceProviderConfig");
  if (!answer.ok) return broken("connection", "no usable answer", answer.diagnostic);
  const { schemas } = answer.body;
  if (Array.isArray(schemas) && schemas.includes(configuration)) {
    return result("connection", "passed", "it answers, and takes the token");
  }
  return broken("connection", "something else answers", strange("what answers there is no SCIM service"));
}

/** The list of users, which everybody must not see: some servers tell their configuration to anybody. */
async function authentication(
  { askWrongly }: Endpoint,
  ports: Pick<ScimPorts, "random">,
): Promise<StepResult> {
  const answer = await askWrongly(nobody(ports));
  if (!answer.ok && (answer.status === 401 || answer.status === 403)) {
    return result("authentication", "passed", `a wrong token is refused (${answer.status})`);
  }
  if (!answer.ok) return broken("authentication", "no usable answer to a wrong token", answer.diagnostic);
  return result("authentication", "failed", "a wrong token is taken as well", {
    code: "IDC742",
    severity: "error",
    message: "the endpoint answers a random token as it answers the right one: it protects nothing",
    span: null,
    hint: "no endpoint of AWS does that: compare the URL with the one in Identity Center, and use this one for nothing",
  });
}

async function userQuery({ ask }: Endpoint, ports: Pick<ScimPorts, "random">): Promise<StepResult> {
  const answer = await ask(nobody(ports));
  if (!answer.ok) return broken("query", "no usable answer", answer.diagnostic);
  const list = readList(answer.body);
  if (list === null) {
    return broken("query", "the answer is no list", strange("the answer to a query for a user is no list"));
  }
  if (list.items.length === 0) return result("query", "passed", "a user that does not exist is not found");
  return result("query", "failed", "a user that does not exist is found", {
    code: "IDC745",
    severity: "error",
    message: `asked for a user that does not exist, the endpoint gives ${list.items.length}: it does not filter`,
    span: null,
    hint: "an identity provider would take somebody else for the user it looks for: compare the URL with the one in Identity Center",
  });
}

async function groups(
  { ask }: Endpoint,
  _ports: Pick<ScimPorts, "random">,
  { groups: wanted, token }: ScimInput,
): Promise<StepResult> {
  if (wanted === null) return result("groups", "skipped", "no catalog says which groups are needed");
  if (wanted.length === 0) return { ...result("groups", "passed", "the catalog needs none"), groups: [] };
  const { groups: found, diagnostics, broken: isBroken } = await findGroups(ask, wanted, token);
  const all = new Set(wanted.map((group) => group.name)).size;
  const there = found.filter((group) => group.status === "found").length;
  const summary = isBroken
    ? "the endpoint stopped answering"
    : `${there} of ${all} are there, spelled exactly so`;
  const status = isBroken || there < all ? "failed" : "passed";
  return { step: { id: "groups", status, summary }, diagnostics, broken: isBroken, groups: found };
}

function nobody(ports: Pick<ScimPorts, "random">): string {
  return query("Users", { filter: equals("userName", ports.random()) });
}

function result(
  id: ScimStepId,
  status: ScimStepStatus,
  summary: string,
  ...diagnostics: readonly Diagnostic[]
): StepResult {
  return { step: { id, status, summary }, diagnostics, broken: false };
}

function broken(id: ScimStepId, summary: string, diagnostic: Diagnostic): StepResult {
  return { step: { id, status: "failed", summary }, diagnostics: [diagnostic], broken: true };
}
