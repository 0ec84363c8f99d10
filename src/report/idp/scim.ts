import { visible } from "../../diagnostic/visible.js";
import type { ScimGroup, ScimReport, ScimStepId, ScimStepStatus } from "../../idp/scim/report.js";
import { diagnosticFields } from "../diagnostics.js";
import type { Paint, Style } from "../paint.js";

/** A test of the SCIM endpoint, and what the catalog knows of its token. */
export interface ScimResult extends ScimReport {
  /** `YYYY-MM-DD`; null when nobody wrote it down. */
  readonly tokenExpiresOn: string | null;
}

const marks: Readonly<Record<ScimStepStatus, readonly [mark: string, style: Style]>> = {
  passed: ["✓", "green"],
  warning: ["!", "yellow"],
  failed: ["✗", "red"],
  skipped: ["-", "dim"],
};

const titles: Readonly<Record<ScimStepId, string>> = {
  url: "endpoint",
  connection: "connection",
  authentication: "wrong token",
  query: "query",
  groups: "groups",
};

/** The checklist: a line for each step, and one for each group that is not as it should be. */
export function scimText({ endpoint, steps, groups, tokenExpiresOn }: ScimResult, paint: Paint): string {
  const lines = steps.map(({ id, status, summary }) => {
    const [mark, style] = marks[status];
    return `${paint(style, mark)} ${titles[id].padEnd(13)}${visible(summary)}\n`;
  });
  const wrong = (groups ?? []).filter((group) => group.status !== "found").map(groupLine);
  return `${paint("bold", visible(endpoint))}\n${lines.join("")}${wrong.join("")}${tokenLine(tokenExpiresOn)}`;
}

function groupLine({ name, status, nearest }: ScimGroup): string {
  const near = nearest === null ? "" : `; there is "${visible(nearest)}"`;
  return `    "${visible(name)}" is ${status === "twice" ? "there more than once" : `missing${near}`}\n`;
}

function tokenLine(expiresOn: string | null): string {
  return expiresOn === null
    ? "  the token lasts one year from when it was made, and AWS does not say until when: write the day into the\n" +
        "  catalog, as scim.token_expires_on of the component identity-provider, to be told in time\n"
    : `  the token lasts until ${expiresOn}\n`;
}

/** See docs/json/idp-scim.schema.json. */
export function scimJson(result: ScimResult): string {
  const { verdict, endpoint, tokenExpiresOn, steps, groups, diagnostics } = result;
  const object = {
    ...{ version: 1, verdict, endpoint, tokenExpiresOn },
    steps: steps.map(({ id, status, summary }) => ({ id, status, summary })),
    groups: groups?.map(({ name, status, nearest }) => ({ name, status, nearest })) ?? null,
    diagnostics: diagnostics.map(diagnosticFields),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
