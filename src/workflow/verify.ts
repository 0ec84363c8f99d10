import { join } from "node:path";
import type { Directory } from "../directory/directory.js";
import { readPlan } from "../terraform/plan-json.js";
import type { Terraform } from "../terraform/terraform.js";
import { chooseRefresh } from "./bulk-refresh/choose-refresh.js";
import type { Refresh } from "./bulk-refresh/refresh.js";
import { done, type Ended, stopped, terraformFailed } from "./ended.js";
import type { OpenRun } from "./open-run.js";
import type { Ports } from "./ports.js";

/** What is planned again, and how. */
export interface VerifyInput {
  readonly open: OpenRun;
  readonly directory: Directory;
  readonly refresh: Refresh;
}

/** Plans once more after an apply: AWS must now have what the catalog says. */
export async function verify(ports: Ports, { open, directory, refresh }: VerifyInput): Promise<Ended<null>> {
  const chosen = await chooseAgain(ports, refresh, directory, open.terraform);
  if (!chosen.ok) return chosen;
  const step = ports.step("Planning again");
  const out = join(open.folder, "verify.tfplan");
  const planned = await open.terraform.plan({ out, refresh: chosen.value === "full" });
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

/** The state is another one since the apply. */
async function chooseAgain(
  ports: Ports,
  asked: Refresh,
  directory: Directory,
  terraform: Terraform,
): Promise<Ended<Refresh>> {
  if (asked === "full") return done(asked);
  const shown = await terraform.state();
  if (!shown.ok) return terraformFailed(shown);
  return done((await chooseRefresh(ports, asked, directory, shown.value)).refresh);
}
