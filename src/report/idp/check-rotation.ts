import { visible } from "../../diagnostic/visible.js";
import type { RotatedCertificate, Rotation } from "../../idp/metadata/rotation.js";
import { dayOf } from "../../idp/metadata/rules/rule.js";
import type { Paint } from "../paint.js";

const marks = { added: "+", kept: "=", removed: "-" } as const satisfies Record<
  RotatedCertificate["change"],
  string
>;

/** What is another in the new file: values, then certificates. */
export function rotationText({ previous, changes, certificates }: Rotation, paint: Paint): string {
  const values = changes.flatMap(({ what, before, after }) => [
    ...(before === null ? [] : [paint("red", `  - ${what} ${visible(before)}`)]),
    ...(after === null ? [] : [paint("green", `  + ${what} ${visible(after)}`)]),
  ]);
  const rows = certificates.map(({ change, certificate: { subject, validUntil, sha256 } }) => {
    const line = `  ${marks[change]} certificate ${subject}, until ${dayOf(validUntil)}, SHA-256 ${sha256.slice(0, 23)}…`;
    return change === "kept" ? line : paint(change === "added" ? "green" : "red", line);
  });
  const head = paint("bold", `compared with ${visible(previous)}`);
  return `${[`${head}${isUnchanged({ changes, certificates }) ? ": nothing changes" : ""}`, ...values, ...rows].join("\n")}\n`;
}

/** True when the new file says nothing that the one in use does not say. */
export function isUnchanged({ changes, certificates }: Pick<Rotation, "changes" | "certificates">): boolean {
  return changes.length === 0 && certificates.every(({ change }) => change === "kept");
}
