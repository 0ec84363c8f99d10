import { describe, expect, it } from "vitest";
import { readBackendFile } from "../../src/catalog/backend-file.js";
import { tokenVariable } from "../../src/catalog/backend-token.js";
import { diagnosticsText } from "../../src/report/diagnostics.js";
import { plain } from "../../src/report/paint.js";
import { diagnosticLine } from "./load-case.js";

const read = (text: string) => readBackendFile(text, "backend.yaml");
const linesOf = (text: string) => read(text).diagnostics.map(diagnosticLine);

describe("a file of --backend", () => {
  it.each([
    ["backend_type: s3\nbackend: { s3: { bucket: b, key: k } }\n", "s3"],
    ["backend_type: s3\nbackend: { bucket: b, key: k }\n", "s3"],
    ['{"backend_type": "s3", "backend": {"s3": {"bucket": "b", "key": "k"}}}', "s3"],
  ])("%j gives settings, with a lock", (text, type) => {
    expect(read(text)).toEqual({
      given: { backend: { type, config: { bucket: "b", key: "k", use_lockfile: true } } },
      diagnostics: [],
    });
  });

  it("gives the settings of cloud as they are", () => {
    const config = { organization: "acme", workspaces: { tags: ["sso"], project: "identity" } };
    const text = JSON.stringify({ backend_type: "cloud", backend: { cloud: config } });
    expect(read(text)).toEqual({ given: { backend: { type: "cloud", config } }, diagnostics: [] });
  });

  it("gives a local state, or the project's own", () => {
    expect(read("backend_type: local\nbackend: { path: a/b }").given).toEqual({
      backend: { type: "local", path: "a/b" },
    });
    expect(read("backend_type: local").given).toEqual({ backend: null });
    expect(read("backend_type: local\nbackend:\n").given).toEqual({ backend: null });
  });

  it.each([
    ["", "1:1 error IDC380 backend_type is missing"],
    ["backend: { bucket: b }", "1:1 error IDC380 backend_type is missing"],
    ["backend_type: null", "1:1 error IDC380 backend_type is missing"],
    ["- a", "1:1 error IDC112 the file must be a map"],
    ["backend_type: gcs", '1:15 error IDC201 backend_type is "gcs" → use one of local, s3, cloud'],
    ["backend_type: local\nbackend: x", "2:10 error IDC207 backend must be a map"],
    [
      "backend_type: local\nbackends: {}",
      '2:1 error IDC202 unknown key "backends" - did you mean "backend"?',
    ],
    ["backend_type: local\nvars: {}", '2:1 error IDC202 unknown key "vars"'],
    ["backend_type: !env TYPE", '1:20 error IDC106 the value of "!env" is not known here'],
    ["backend_type: local\nbackend: { path: ~/states }", '2:18 error IDC382 the path "~/states"'],
    ["backend_type: local\nbackend: { path: 'C:\\states' }", '2:18 error IDC382 the path "C:\\states"'],
    ["backend_type: local\nbackend: { path: [a] }", "2:18 error IDC207 backend.local.path must be text"],
    ["backend_type: s3", '1:15 error IDC381 "bucket" is missing in backend.s3'],
    [
      "backend_type: cloud\nbackend: { organization: a }",
      "2:10 error IDC381 backend.cloud.workspaces has neither",
    ],
    [
      "backend_type: cloud\nbackend: { token: x }",
      "→ set TF_TOKEN_app_terraform_io in the environment, or sign in",
    ],
    [
      "backend_type: cloud\nbackend: { hostname: tfe.my-acme.com, token: x }",
      "→ set TF_TOKEN_tfe_my__acme_com in the environment, or sign in with `terraform login tfe.my-acme.com`",
    ],
    ["a: [", "error IDC101"],
  ])("%j is refused: %s", (text, expected) => {
    expect(linesOf(text).join("\n")).toContain(expected);
    expect(read(text).given).toBeNull();
  });

  it("warns of a state without a lock, and takes it", () => {
    const text = "backend_type: s3\nbackend: { bucket: b, key: k, use_lockfile: false }";
    expect(linesOf(text)).toEqual([
      expect.stringContaining("backend.yaml:2:45 warning IDC384 the state has no lock"),
    ]);
    expect(read(text).given?.backend).toMatchObject({ config: { use_lockfile: false } });
  });

  it("never prints a secret, though it stands in the line", () => {
    const text = '{"backend_type": "s3", "backend": {"bucket": "b", "unknown": 1, "secret_key": "hunter2"}}';
    const { diagnostics } = read(text);
    expect(diagnostics.map((d) => d.code)).toEqual(["IDC383"]);
    const shown = diagnosticsText(diagnostics, () => text, plain);
    expect(shown).toContain('backend.yaml:1:65: error IDC383: "secret_key" is a secret');
    expect(shown).not.toContain("hunter2");
  });
});

describe("the variable with the token for a host", () => {
  it.each([
    ["app.terraform.io", "TF_TOKEN_app_terraform_io"],
    ["tfe.my-acme.com", "TF_TOKEN_tfe_my__acme_com"],
    ["localhost:8443", null],
  ])("%s: %s", (hostname, variable) => {
    expect(tokenVariable(hostname)).toBe(variable);
  });
});
