import { failed, ok, type TerraformProblem } from "../../src/terraform/outcome.js";
import { readState } from "../../src/terraform/state-json.js";
import type { Terraform } from "../../src/terraform/terraform.js";
import { planJson, type stateJson } from "./plan-json.js";

/** A failure as the Terraform adapter reports it. */
export const exampleProblem: TerraformProblem = {
  code: "IDC510",
  message: "terraform did not work",
  hint: "look at it",
  logFile: "/project/.identity/runs/the-run/terraform.log",
  errors: [],
};

/** What a Terraform double answers. Left out: it works, there is no state, and nothing changes. */
export interface TerraformScript {
  readonly init?: TerraformProblem;
  readonly state?: ReturnType<typeof stateJson> | TerraformProblem;
  /** The document of each plan in turn; after the last one, no changes. */
  readonly plans?: readonly (ReturnType<typeof planJson> | TerraformProblem)[];
  readonly showPlan?: TerraformProblem;
  readonly apply?: TerraformProblem;
}

/** A Terraform that does as the script says, writes plan files with `save`, and notes what was called. */
export function scriptedTerraform(
  script: TerraformScript,
  note: (call: string) => void,
  save: (path: string, text: string) => Promise<void>,
): Terraform {
  const plans = [...(script.plans ?? [])];
  let shown = planJson();
  return {
    async init() {
      note("init");
      return script.init === undefined ? ok(null) : failed(script.init);
    },
    async state() {
      note("pull state");
      if (script.state === undefined) return ok(readState(null));
      return "code" in script.state ? failed(script.state) : ok(readState({ ...script.state }));
    },
    async plan({ out, refresh = true, onProgress }) {
      note(refresh ? "plan" : "plan without a refresh");
      const next = plans.shift() ?? planJson();
      if ("code" in next) return failed(next);
      shown = next;
      onProgress?.({ phase: "refreshing", done: 1, total: 2, currentAddresses: [], errors: [] });
      await save(out, JSON.stringify(next));
      return ok({ changes: next.resource_changes.length > 0 });
    },
    async showPlan() {
      note("show plan");
      return script.showPlan === undefined ? ok({ ...shown }) : failed(script.showPlan);
    },
    async apply(planFile, { onProgress } = {}) {
      note(`apply ${planFile}`);
      onProgress?.({ phase: "applying", done: 1, total: 3, currentAddresses: ["a.b"], errors: [] });
      return script.apply === undefined ? ok(null) : failed(script.apply);
    },
  };
}
