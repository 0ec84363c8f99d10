import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";

const ugly = `components:
  terraform:
    aws-sso:
      metadata: { component: aws-sso }
      vars:
        region: us-east-1
        account_map:
          full_account_map: { plat-dev: "333333333331" }
        account_assignments:
          plat-dev:
            groups:
              DevOps: # on call
                permission_sets:
                  - ReadOnlyAccess # to look
                  - AdministratorAccess # to repair
`;
const file = "catalog/aws-sso.yaml";
const read = (folder: string): string => readFileSync(join(folder, file), "utf8");

describe("identity fmt", () => {
  it("sorts lists with their comments, once, and changes no grant", async () => {
    const folder = project({ [file]: ugly });
    const grants = async () => {
      const { out } = await identity(folder, ["access", "--format", "csv"]);
      return out.split("\n").map((row) => row.split(",").slice(0, 5).join());
    };
    const before = await grants();
    expect((await identity(folder, ["fmt"])).code).toBe(0);
    const once = read(folder);
    expect(once).toMatch(/- AdministratorAccess # to repair\n +- ReadOnlyAccess # to look\n/);
    expect(once).toContain("DevOps: # on call");
    expect(await grants()).toEqual(before);
    expect((await identity(folder, ["fmt"])).code).toBe(0);
    expect(read(folder)).toBe(once);
  });

  it("with --check changes nothing and ends with 2", async () => {
    const folder = project({ [file]: ugly });
    const { code, out } = await identity(folder, ["fmt", "--check"]);
    expect(code).toBe(2);
    expect(out).toContain(file);
    expect(read(folder)).toBe(ugly);
    await identity(folder, ["fmt"]);
    expect((await identity(folder, ["fmt", "--check"])).code).toBe(0);
  });

  it("leaves a file with a mistake as it is", async () => {
    const broken = ugly.replace("DevOps:", "DevOps: [");
    const folder = project({ [file]: broken });
    const { code, err } = await identity(folder, ["fmt"]);
    expect(code).toBe(3);
    expect(err).toMatch(/IDC10\d/);
    expect(read(folder)).toBe(broken);
  });
});
