import { describe, expect, it } from "vitest";
import { explain } from "../../src/terraform/explain.js";
import { readLockInfo } from "../../src/terraform/explain-lock.js";
import { problemDiagnostic, type TerraformProblem } from "../../src/terraform/outcome.js";
import type { UiDiagnostic } from "../../src/terraform/ui-line.js";
import { recordedError, recordedLines } from "./recorded.js";

function problemOf(...errors: readonly UiDiagnostic[]): TerraformProblem {
  return explain({ verb: "plan", errors, interrupted: false, logFile: "run.log" });
}

function error(summary: string, detail = "", address: string | null = null): UiDiagnostic {
  return { severity: "error", summary, detail, address };
}

const lockDetail = `Error message: resource temporarily unavailable
Lock Info:
  ID:        0f835cec-a81c-55f2-c72e-48c81084a10c
  Path:      x.tfstate
  Operation: OperationTypeApply
  Who:       dev@laptop
  Version:   1.11.4
  Created:   2026-11-24 06:42:22.245339084 +0000 UTC
  Info:      


Terraform acquires a state lock to protect the state from being written`;

describe("what a failure of terraform means", () => {
  it.each([
    ["could not connect to registry", "IDC513", /^terraform cannot get the AWS provider: Could not retrieve/],
    ["not found in any of the search locations", "IDC513", /^terraform cannot get the AWS provider/],
    [
      "checksums previously recorded",
      "IDC513",
      /^the AWS provider that was found does not have the checksum/,
    ],
    ["Required plugins are not installed", "IDC510", /^the working folder is not initialized$/],
    ["No valid credential sources", "IDC516", /^there are no AWS credentials$/],
    ["shared config profile", "IDC516", /^there is no AWS profile "nosuch"$/],
    ["api error ExpiredToken:", "IDC516", /^the AWS credentials have expired$/],
    ["api error ExpiredTokenException", "IDC516", /^the AWS credentials have expired$/],
    ["InvalidClientTokenId", "IDC516", /^AWS does not accept these credentials$/],
    ["Required token could not be found", "IDC516", /^there is no token for localhost:8443$/],
    ["lookup app.terraform.io", "IDC510", /^app.terraform.io cannot be reached: .* no such host$/],
    ["127.0.0.1:443: connect", "IDC510", /^localhost cannot be reached: .* connection refused$/],
    ["Resource postcondition failed", "IDC517", /^the instance is not the expected one$/],
  ])("%s", (part, code, message) => {
    const problem = problemOf(recordedError(part));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(message);
    expect(problem.logFile).toBe("run.log");
  });

  it("tells an expired session from missing credentials when both are said", () => {
    const detail = "failed to refresh cached credentials, the SSO session has expired or is invalid";
    expect(problemOf(error("No valid credential sources found", detail)).message).toBe(
      "the AWS credentials have expired",
    );
  });

  it("names who holds the state, since when and how to release it", () => {
    const problem = problemOf(error("Error acquiring the state lock", lockDetail));
    expect(problem.code).toBe("IDC514");
    expect(problem.message).toBe(
      "the state is locked by dev@laptop since 2026-11-24 06:42:22 UTC (apply), lock id 0f835cec-a81c-55f2-c72e-48c81084a10c",
    );
    expect(problem.hint).toContain("release the lock with `identity unlock`");
  });

  it("does not take fields from the text around the lock info", () => {
    expect(readLockInfo("Who: nobody\nLock Info:\n  ID:        \n  Path:      x\n")).toEqual({
      id: "",
      who: "",
      since: "",
      operation: "",
    });
    expect(readLockInfo("no info")).toBeNull();
  });

  it("says credentials, not a lock, when the lock could not even be asked for", () => {
    const detail = "Error message: operation error S3: PutObject, api error ExpiredToken: expired";
    expect(problemOf(error("Error acquiring the state lock", detail)).code).toBe("IDC516");
  });

  it("explains a locked workspace of HCP Terraform", () => {
    const problem = problemOf(
      error("Error acquiring the state lock", "Error message: workspace already locked"),
    );
    expect(problem.message).toBe("the state is locked by another run");
    expect(problem.hint).toContain("unlock the workspace");
  });

  it("does not take whoever asks HCP Terraform for the owner of its lock", () => {
    const locked = 'Error message: workspace already locked\n(lock ID: "acme/sso")';
    const asker = lockDetail.slice(lockDetail.indexOf("Lock Info"));
    const problem = problemOf(error("Error acquiring the state lock", `${locked}\n${asker}`));
    expect(problem.message).toBe("the state is locked by another run, lock id acme/sso");
  });

  it("says where the token of HCP Terraform goes", () => {
    const detail = "Run the following command to generate a token for app.terraform.io:\n    terraform login";
    expect(problemOf(error("Required token could not be found", detail)).hint).toBe(
      "set TF_TOKEN_app_terraform_io in the environment, or sign in with `terraform login app.terraform.io`; never in the catalog",
    );
  });

  it("explains a stale plan", () => {
    expect(problemOf(error("Saved plan is stale")).code).toBe("IDC515");
  });

  it("tells a changed backend from a folder that was never initialized", () => {
    const summary = 'Backend initialization required: please run "terraform init"';
    const changed = problemOf(error(summary, "Reason: Backend configuration block has changed"));
    expect(changed.code).toBe("IDC519");
    expect(changed.hint).toContain("never a silent -reconfigure");
    const fresh = problemOf(error(summary, 'Reason: Initial configuration of the requested backend "local"'));
    expect(fresh.code).toBe("IDC510");
  });

  it("says that AWS cannot be reached", () => {
    const summary =
      'request send failed, Post "http://127.0.0.1:1/": dial tcp 127.0.0.1:1: connect: connection refused';
    expect(problemOf(error(summary)).hint).toContain("AWS_ENDPOINT_URL");
  });

  it("puts the known error before others, and an interruption before all", () => {
    const errors = [error("something else"), error("Saved plan is stale")];
    expect(problemOf(...errors).code).toBe("IDC515");
    const interrupted = explain({ verb: "apply", errors, interrupted: true, logFile: null });
    expect(interrupted.code).toBe("IDC518");
    expect(interrupted.hint).toContain("plan again");
    expect(interrupted.errors).toEqual(errors);
  });

  it("passes an unknown error on with its address and the number of others", () => {
    const errors = recordedLines("apply-with-error.jsonl").flatMap((l) =>
      l.type === "diagnostic" ? [l.diagnostic] : [],
    );
    const problem = explain({
      verb: "apply",
      errors: [...errors, error("x")],
      interrupted: false,
      logFile: null,
    });
    expect(problem.message).toBe(
      "terraform apply failed: terraform_data.three: local-exec provisioner error: " +
        "Error running command 'exit 3': exit status 3. Output: (and 1 more)",
    );
    expect(problemOf().message).toBe("terraform plan failed");
  });

  it("hints at permissions when AWS denies", () => {
    const problem = problemOf(recordedError("AccessDeniedException"));
    expect(problem.code).toBe("IDC510");
    expect(problem.hint).toContain("lack a permission");
  });
});

describe("a problem as a diagnostic", () => {
  it("ends the hint with the log", () => {
    const problem: TerraformProblem = {
      code: "IDC510",
      message: "m",
      hint: "h",
      logFile: "a.log",
      errors: [],
    };
    expect(problemDiagnostic(problem).hint).toBe("h; Terraform's output is in a.log");
    expect(problemDiagnostic({ ...problem, hint: null, logFile: null }).hint).toBeNull();
  });
});
