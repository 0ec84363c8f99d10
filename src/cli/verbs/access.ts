import { type AccessFormat, accessReports } from "../../report/access.js";
import { exit } from "../exit.js";
import { expandedAccess } from "../expanded-access.js";
import type { CatalogOptions } from "../options.js";
import type { Shell } from "../shell.js";

/** `identity access`: who has what, where, and the line that says so. */
export function access(shell: Shell, options: CatalogOptions & { readonly format: AccessFormat }): number {
  const expanded = expandedAccess(shell, options);
  if (!expanded.ok) return expanded.code;
  shell.out(accessReports[options.format](expanded.model));
  return exit.done;
}
