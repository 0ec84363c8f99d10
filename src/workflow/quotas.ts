import type { QuotaUse } from "../audit/quota-use.js";
import { quotaUse } from "../audit/quotas.js";
import type { Catalog } from "../catalog/catalog.js";
import type { Diagnostic } from "../diagnostic/diagnostic.js";
import { readAccess } from "./audit.js";
import { done, type Ended } from "./ended.js";
import { readOrganization } from "./organization.js";
import type { Ports } from "./ports.js";

/** How much of each quota AWS has in use. The state is not read. */
export async function quotas(
  ports: Ports,
  catalog: Catalog,
): Promise<Ended<{ readonly quotas: readonly QuotaUse[]; readonly diagnostics: readonly Diagnostic[] }>> {
  const organization = await readOrganization(ports, catalog, ports.now().toISOString());
  if (!organization.ok) return organization;
  const { directory, model, diagnostics } = organization.value;
  const live = await readAccess(ports, { directory, extraPrincipals: [], resume: true, complete: false });
  if (!live.ok) return live;
  return done({ quotas: quotaUse({ live: live.value, directory, model }), diagnostics });
}
