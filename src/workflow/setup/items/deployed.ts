import { grantsByAddress } from "../../../access/declared-addresses.js";
import { counted } from "../../../diagnostic/counted.js";
import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo, unknown } = itemsOf("deployed", "deployed");

/** What the catalog grants is in the state. */
export function accessIsDeployed({ model, state, command }: SetupFacts): SetupItem {
  if (model === null || !model.ok) {
    const failure = failureOf(model, "Identity Center and a valid catalog");
    return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  }
  if (state === null || !state.ok) {
    const failure = failureOf(state, "Terraform");
    return unknown(failure?.found ?? "", ...(failure?.next ?? []));
  }
  const { addresses } = state.value;
  const declared = [...grantsByAddress(model.value).keys()];
  const missing = declared.filter((address) => !addresses.has(address)).length;
  const all = counted(declared.length, "grant");
  if (missing === 0) return done(`${all} in the state; \`${command("audit")}\` compares them with AWS`);
  return todo(
    addresses.size === 0 ? `nothing yet of ${all}` : `not in the state: ${missing} of ${all}`,
    `\`${command("preflight")}\` says all that is in the way, at once`,
    `\`${command("plan")}\` shows who gains what and saves the run, \`${command("apply")}\` applies exactly that`,
  );
}
