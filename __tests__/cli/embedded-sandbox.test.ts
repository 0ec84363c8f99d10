import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startEmbeddedSandbox } from "../../src/cli/ports/embedded-sandbox.js";
import { isLoopback } from "../../src/cli/ports/endpoint.js";
import { project } from "../doubles/project.js";

it("leaves nothing of the environment that leads to another endpoint or to real credentials", async () => {
  const outer = {
    AWS_PROFILE: "production",
    AWS_SESSION_TOKEN: "real",
    AWS_ACCESS_KEY_ID: "real",
    AWS_SECRET_ACCESS_KEY: "real",
    AWS_ENDPOINT_URL: "https://sso.us-east-1.amazonaws.com",
    AWS_ENDPOINT_URL_SSO_ADMIN: "https://sso.us-east-1.amazonaws.com",
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
    PATH: "/bin",
  };
  const root = project({});
  const started = await startEmbeddedSandbox(root, outer);
  if (!started.ok) throw new Error(JSON.stringify(started.diagnostics));
  const sandbox = started.value;
  try {
    const env: Readonly<Record<string, string | undefined>> = { ...outer, ...sandbox.env };
    expect(Object.values(env)).not.toContain("real");
    expect(Object.values(env)).not.toContain("production");
    expect(JSON.stringify(env)).not.toContain("amazonaws.com");
    expect(env["PATH"]).toBe("/bin");
    expect(isLoopback(env)).toBe(true);
    expect(existsSync(join(root, "aws.json"))).toBe(true);
  } finally {
    await sandbox.close();
  }
});
