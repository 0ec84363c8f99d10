import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ChangeJson, change, planJson } from "./plan-json.js";

/**
 * An environment in which `terraform` is a script: it plans these changes, by default one new permission
 * set, until they were applied, and no changes after that.
 */
export function fakeTerraform(
  folder: string,
  changes: readonly ChangeJson[] = [change("create", "aws_ssoadmin_permission_set.A")],
): Readonly<Record<string, string | undefined>> {
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const plan = JSON.stringify(planJson(...changes));
  const script = `#!/bin/sh
case "$1" in
  version) echo '{"terraform_version":"1.11.4"}' ;;
  show) if [ -n "$3" ]; then cat "$3"; else echo '{}'; fi ;;
  apply) touch '${bin}/applied' ;;
  plan)
    for word; do case $word in -out=*) out=\${word#-out=} ;; esac; done
    if [ -e '${bin}/applied' ]; then echo '{"resource_changes":[]}' > "$out"; exit 0; fi
    echo '${plan}' > "$out"; exit 2 ;;
esac
`;
  writeFileSync(join(bin, "terraform"), script);
  chmodSync(join(bin, "terraform"), 0o755);
  return { PATH: `${bin}:${process.env["PATH"]}` };
}
