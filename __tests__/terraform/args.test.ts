import { describe, expect, it } from "vitest";
import { applyArgs, initArgs, planArgs, showArgs, versionArgs } from "../../src/terraform/args.js";
import { terraformEnvironment } from "../../src/terraform/environment.js";
import { mirrorArgs } from "../../src/terraform/mirror.js";

describe("arguments of terraform", () => {
  it("initializes from a mirror when there is one, and never reconfigures", () => {
    expect(initArgs(mirrorArgs("/mirror"))).toEqual(["init", "-json", "-input=false", "-plugin-dir=/mirror"]);
    expect(initArgs(mirrorArgs(null))).toEqual(["init", "-json", "-input=false"]);
  });

  it("plans into a file with an exit code that tells changes", () => {
    const options = { out: "/runs/a b/plan.tfplan", parallelism: 10, lockTimeout: 30 };
    const first = ["plan", "-json", "-input=false", "-detailed-exitcode"];
    const last = ["-lock-timeout=30s", "-parallelism=10", "-out=/runs/a b/plan.tfplan"];
    expect(planArgs({ ...options, refresh: true })).toEqual([...first, ...last]);
    expect(planArgs({ ...options, refresh: false })).toEqual([...first, "-refresh=false", ...last]);
  });

  it("applies nothing but the saved plan", () => {
    const args = applyArgs("plan.tfplan", { parallelism: 15, lockTimeout: 0 });
    expect(args).toEqual([
      "apply",
      "-json",
      "-input=false",
      "-lock-timeout=0s",
      "-parallelism=15",
      "plan.tfplan",
    ]);
  });

  it("shows a plan or the state, and the version", () => {
    expect(showArgs("p.tfplan")).toEqual(["show", "-json", "p.tfplan"]);
    expect(versionArgs()).toEqual(["version", "-json"]);
  });
});

describe("environment of terraform", () => {
  it("keeps the caller's, sets the automation, and drops hidden arguments", () => {
    const env = {
      PATH: "/bin",
      AWS_PROFILE: "admin",
      TF_DATA_DIR: "elsewhere",
      TF_CLI_ARGS: "-destroy",
      TF_CLI_ARGS_plan: "-target=a.b",
      TF_CLI_CONFIG_FILE: "/etc/rc",
    };
    expect(terraformEnvironment(env, "/data")).toEqual({
      PATH: "/bin",
      AWS_PROFILE: "admin",
      TF_CLI_CONFIG_FILE: "/etc/rc",
      TF_DATA_DIR: "/data",
      TF_IN_AUTOMATION: "1",
      CHECKPOINT_DISABLE: "1",
    });
  });
});
