import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath, exampleCatalog, namedCatalog, snapshot } from "./example.js";

/** Every file of a folder but CDKTF's manifest of the tool itself, by path. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]));
}

describe("identity synth", () => {
  it("writes the same bytes twice, in another folder and for another project", async () => {
    const folders = [
      project({ [catalogPath]: exampleCatalog }),
      project({ [catalogPath]: exampleCatalog }),
    ] as const;
    for (const [folder, out] of [
      [folders[0], "a"],
      [folders[0], "a"],
      [folders[0], "b/c"],
      [folders[1], "x"],
    ] as const) {
      const { code, out: stdout, err } = await identity(folder, ["synth", "--out", out]);
      expect([code, stdout, err]).toEqual([
        0,
        `${out}/stacks/aws-sso/cdk.tf.json written from ${catalogPath}\n`,
        "",
      ]);
    }
    const [first, second, third] = [
      join(folders[0], "a"),
      join(folders[0], "b/c"),
      join(folders[1], "x"),
    ].map(filesIn);
    expect([...(first?.keys() ?? [])]).toContain("stacks/aws-sso/cdk.tf.json");
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it("writes no path of this machine", async () => {
    const folder = project({ [catalogPath]: exampleCatalog });
    await identity(folder, ["synth"]);
    const text = [...filesIn(join(folder, "cdktf.out")).values()].join("\n");
    expect(text).toContain("aws_ssoadmin_account_assignment");
    for (const path of [folder, process.cwd(), "/tmp/", "/home/", "/root/"]) expect(text).not.toContain(path);
  });

  it("names the stack, its state and the file, also as JSON", async () => {
    const folder = project({ [catalogPath]: exampleCatalog });
    const args = ["synth", "--stack", "other", "--out", join(folder, "out"), "--format", "json"];
    const { code, out, err } = await identity(folder, args);
    expect([code, err]).toEqual([0, ""]);
    expect(JSON.parse(out)).toEqual({ version: 1, file: "out/stacks/other/cdk.tf.json" });
    const written = readFileSync(join(folder, "out/stacks/other/cdk.tf.json"), "utf8");
    expect(written).toContain("../../../.identity/state/other.tfstate");
  });

  it("uses literal ids of a snapshot, from the environment too", async () => {
    const folder = project({ [catalogPath]: namedCatalog, "named.json": snapshot });
    const { code } = await identity(folder, ["synth"], { env: { IDENTITY_DIRECTORY: "named.json" } });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "cdktf.out/stacks/aws-sso/cdk.tf.json"), "utf8")).toContain(
      '"g-Admins"',
    );
  });

  it("refuses without accounts: exit code 4, and writes nothing", async () => {
    const folder = project({ [catalogPath]: namedCatalog });
    const { code, out } = await identity(folder, ["synth"]);
    expect([code, out]).toEqual([4, ""]);
    expect(readdirSync(folder)).toEqual(["catalog"]);
  });
});
