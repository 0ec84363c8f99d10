import { join } from "node:path";
import { readPlan } from "../terraform/plan-json.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import type { OpenRun } from "./open-run.js";
import type { Ports } from "./ports.js";

/** Plans once more after an apply: AWS must now have what the catalog says. */
export async function verify(ports: Ports, open: OpenRun): Promise<Ended<null>> {
  const step = ports.step("Planning again");
  const out = join(open.folder, "verify.tfplan");
  const planned = await open.terraform.plan({ out });
  if (!planned.ok) {
    step.fail();
    return terraformFailed(planned);
  }
  if (!planned.value.changes) {
    step.end("no changes");
    return done(null);
  }
  step.fail();
  const shown = await open.terraform.showPlan(out);
  if (!shown.ok) return terraformFailed(shown);
  const changes = readPlan(shown.value).changes.filter((c) => c.action !== "no-op");
  const what = changes.map((c) => `${c.action} ${c.address}`).slice(0, 5);
  return stopped("failed", [
    {
      code: "IDC529",
      severity: "error",
      message: `after the apply AWS does not have what the catalog says: ${what.join(", ") || "outputs changed"}`,
      span: null,
      hint: 'someone else may be changing it: run "identity plan" and look',
    },
  ]);
}
