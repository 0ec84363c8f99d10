import { counted } from "../../diagnostic/counted.js";
import { visible } from "../../diagnostic/visible.js";
import { htmlText } from "./escape.js";
import type { ReportGrant } from "./input.js";

/** So many grants are written twice, for readers without JavaScript; more would only slow everybody down. */
const limit = 1000;

/** What is shown without JavaScript: the grants as a table, or where to find them. */
export function noScript(grants: readonly ReportGrant[]): string {
  const count = counted(grants.length, "grant");
  if (grants.length > limit) {
    return `<noscript><p class="note">This report has ${count} and needs JavaScript to show them. Without it, <code>identity report --format csv</code> lists the same.</p></noscript>`;
  }
  const heads = ["Account", "Id", "Who", "Permission set", "Ends", "Declared at"];
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join("");
  const rows = grants.map((g) => `<tr>${cells(g).map(cell).join("")}</tr>`).join("\n");
  return `<noscript><p class="note">JavaScript is off: ${count}, without search, matrix and policies.</p><table class="plain"><thead><tr>${head}</tr></thead><tbody>\n${rows}\n</tbody></table></noscript>`;
}

function cells(grant: ReportGrant): readonly string[] {
  const kind = grant.principalType === "GROUP" ? "group" : "user";
  return [
    ...[grant.accountName, grant.accountId, `${kind} ${grant.principalName}`, grant.permissionSet],
    ...[grant.expiresAt ?? "", grant.sources.join(" ")],
  ];
}

function cell(text: string): string {
  return `<td><bdi>${htmlText(visible(text))}</bdi></td>`;
}
