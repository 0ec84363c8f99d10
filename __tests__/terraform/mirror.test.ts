import { describe, expect, it } from "vitest";
import { findMirror, terraformPlatform } from "../../src/terraform/mirror.js";

/** A tree of files by their paths. */
function files(...paths: readonly string[]) {
  return {
    list: async (folder: string) => {
      const inside = paths.filter((path) => path.startsWith(`${folder}/`));
      return [...new Set(inside.map((path) => path.slice(folder.length + 1).split("/")[0] ?? ""))];
    },
  };
}

const provider = "registry.terraform.io/hashicorp/aws";
const unpacked = `${provider}/5.100.0/linux_amd64/terraform-provider-aws_v5.100.0_x5`;

async function found(env: Record<string, string>, ...paths: readonly string[]) {
  const outcome = await findMirror(files(...paths), env, "linux_amd64");
  return outcome.ok ? outcome.value : outcome.problem.code;
}

describe("the provider mirror", () => {
  it("is found two or three levels below the usual folders", async () => {
    expect(await found({}, `/opt/tf/${unpacked}`)).toBe("/opt/tf");
    expect(await found({}, `/usr/share/terraform/plugins/${unpacked}`)).toBe("/usr/share/terraform/plugins");
    expect(await found({}, `/usr/local/share/x/${unpacked}`)).toBe("/usr/local/share/x");
  });

  it("is not found elsewhere", async () => {
    expect(await found({}, `/opt/${unpacked}`, `/opt/a/b/c/${unpacked}`, `/srv/a/${unpacked}`)).toBeNull();
  });

  it("counts in its packed form", async () => {
    const zip = `/opt/tf/${provider}/terraform-provider-aws_5.100.0_linux_amd64.zip`;
    expect(await found({}, zip)).toBe("/opt/tf");
  });

  it("does not count with another version or platform", async () => {
    expect(await found({}, `/opt/tf/${unpacked.replace("5.100.0", "5.99.0")}`)).toBeNull();
    expect(await found({}, `/opt/tf/${unpacked.replace("amd64", "arm64")}`)).toBeNull();
    const zip = `/opt/tf/${provider}/terraform-provider-aws_5.100.0_linux_arm64.zip`;
    expect(await found({}, zip)).toBeNull();
  });

  it("is the one of TF_PROVIDER_MIRROR first, given with or without the registry's name", async () => {
    const tree = [`/opt/tf/${unpacked}`, `/srv/m/${unpacked}`];
    expect(await found({ TF_PROVIDER_MIRROR: "/srv/m" }, ...tree)).toBe("/srv/m");
    expect(await found({ TF_PROVIDER_MIRROR: "/srv/m/registry.terraform.io" }, ...tree)).toBe("/srv/m");
    expect(await found({ TF_PROVIDER_MIRROR: "" }, ...tree)).toBe("/opt/tf");
  });

  it("is a problem when TF_PROVIDER_MIRROR holds nothing, not a silent download", async () => {
    expect(await found({ TF_PROVIDER_MIRROR: "/srv/none" }, `/opt/tf/${unpacked}`)).toBe("IDC513");
  });

  it("passes over folders that may not be read", async () => {
    const tree = files(`/opt/b/${unpacked}`, "/opt/a/secret/x");
    const list = async (folder: string) => {
      if (folder.startsWith("/opt/a")) throw new Error("EACCES");
      return tree.list(folder);
    };
    expect(await findMirror({ list }, {}, "linux_amd64")).toEqual({ ok: true, value: "/opt/b" });
  });
});

describe("the platform", () => {
  it.each([
    ["linux", "x64", "linux_amd64"],
    ["darwin", "arm64", "darwin_arm64"],
    ["win32", "x64", "windows_amd64"],
    ["win32", "ia32", "windows_386"],
  ])("%s %s is %s", (os, cpu, name) => {
    expect(terraformPlatform(os, cpu)).toBe(name);
  });
});
