import { audit as findingsOf } from "../audit/audit.js";
import type { AuditResult } from "../audit/audit-result.js";
import { applyBaseline, type Baseline } from "../audit/baseline.js";
import type { AuditFacts } from "../audit/facts.js";
import { grantRows } from "../audit/grant-rows.js";
import { indexFacts } from "../audit/index-facts.js";
import type { Catalog } from "../catalog/catalog.js";
import { counted } from "../diagnostic/counted.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { type AllAccess, callsOf } from "../directory/all-access.js";
import { done, type Ended } from "./ended.js";
import { type Organization, readOrganization } from "./organization.js";
import type { AllAccessInput, Ports } from "./ports.js";
import { recordedPrincipals } from "./recorded-principals.js";
import { type RecordedState, readRecordedState } from "./recorded-state.js";

export interface AuditInput {
  readonly catalog: Catalog;
  readonly stack: string;
  /** False with `--no-state`: Terraform is not needed then. */
  readonly readsState: boolean;
  /** True when grants of groups and users that are gone must be found as well, whatever it costs. */
  readonly complete: boolean;
  /** The findings that are accepted for a time. */
  readonly baseline: Baseline;
}

export interface Audited {
  readonly result: AuditResult;
  /** Warnings and infos of the expansion and of the baseline. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares what the catalog says, what the state says and what AWS has. Changes nothing. */
export async function audit(ports: Ports, input: AuditInput): Promise<Ended<Audited>> {
  const { catalog, stack, readsState, complete, baseline } = input;
  const organization = await readOrganization(ports, catalog, ports.now().toISOString());
  if (!organization.ok) return organization;
  const recorded = readsState ? await readRecordedState(ports, catalog, stack) : done(null);
  if (!recorded.ok) return recorded;
  const facts = await readFacts(ports, organization.value, recorded.value, complete);
  if (!facts.ok) return facts;
  const indexed = indexFacts(facts.value);
  const { directory, live, clock, quotas } = indexed;
  const sifted = applyBaseline(findingsOf(indexed), baseline, clock);
  const result: AuditResult = {
    createdAt: clock,
    instance: directory.instance,
    findings: sifted.findings,
    accepted: sifted.accepted,
    quotas,
    ...grantRows(indexed),
    reading: live.reading,
    stateRead: readsState,
  };
  // Ends of assignments are findings here.
  const others = organization.value.diagnostics.filter((d) => d.code !== "IDC350");
  return done({ result, diagnostics: [...others, ...sifted.diagnostics] });
}

async function readFacts(
  ports: Ports,
  { catalog, model, directory, clock }: Organization,
  recorded: RecordedState | null,
  complete: boolean,
): Promise<Ended<AuditFacts>> {
  const extraPrincipals = recorded === null ? [] : recordedPrincipals(recorded.state);
  const live = await readAccess(ports, { directory, extraPrincipals, resume: true, complete });
  if (!live.ok) return live;
  const names = new Set([...catalog.requiredGroups, ...catalog.syncedGroups].map((group) => group.name));
  const required = directory.groups.filter((group) => names.has(group.displayName));
  const members = await ports.aws.members(
    directory.instance.identityStoreId,
    required.map((group) => group.id),
  );
  if (!members.ok) return members;
  return done({
    ...{ catalog, model, directory, clock, live: live.value, members: members.value },
    state: recorded?.state ?? null,
    formerNames: recorded?.formerNames ?? new Map(),
  });
}

/** All access of AWS, with progress. */
export async function readAccess(
  { aws, step: begin }: Pick<Ports, "aws" | "step">,
  input: AllAccessInput,
): Promise<Ended<AllAccess>> {
  const step = begin("Reading all access");
  const live = await aws.allAccess(input, (text) => step.update(text));
  if (!live.ok) {
    step.fail();
    return live;
  }
  const { assignments, sets, reading } = live.value;
  step.end(
    [
      counted(assignments.length, "grant"),
      counted(sets.length, "permission set"),
      counted(callsOf(reading), "call"),
    ].join(", "),
  );
  return live;
}
