import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = join(import.meta.dirname, "../../src/directory");

/** Packages that loading a file loads, through every relative import that is left at run time. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return new Set();
  seen.add(file);
  const imports = readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^;]*?from "([^"]+)";/gms);
  const found = new Set<string>();
  for (const [, name = ""] of imports) {
    if (!name.startsWith(".")) found.add(name);
    else
      for (const inner of packagesOf(join(dirname(file), name.replace(/\.js$/, ".ts")), seen))
        found.add(inner);
  }
  return found;
}

describe("what pure code loads of directory/", () => {
  it.each(["directory.ts", "snapshot.ts", "order.ts", "live-access.ts", "aws-problem.ts"])(
    "%s does not load the SDK",
    (name) => {
      const packages = [...packagesOf(join(folder, name))];
      expect(packages.filter((p) => p.startsWith("@aws-sdk/"))).toEqual([]);
    },
  );

  it("would notice", () => {
    expect(packagesOf(join(folder, "read-directory.ts"))).toContain("@aws-sdk/client-organizations");
    expect(packagesOf(join(folder, "snapshot.ts"))).toContain("ajv");
  });
});
