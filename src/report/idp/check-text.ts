import { visible } from "../../diagnostic/visible.js";
import type { Checked } from "../../idp/metadata/check.js";
import { signInUrls } from "../../idp/metadata/rules/sign-in-urls.js";
import { diagnosticsText } from "../diagnostics.js";
import type { Paint } from "../paint.js";
import { certificateText } from "./check-certificate.js";
import { factLines } from "./check-facts.js";
import { nextStep } from "./check-next.js";
import { rotationText } from "./check-rotation.js";
import { serviceProviderText } from "./check-service-provider.js";

/** What a file is, what was found in it, and what to do with it. */
export function checkText(checked: Checked, now: Date, paint: Paint): string {
  const { subject, serviceProvider, rotation, diagnostics, texts } = checked;
  const parts = [
    ...(subject === null ? [] : [providerText(checked, paint)]),
    ...(subject?.certificates ?? []).map((c) => certificateText(c, now, paint)),
    ...(serviceProvider === null ? [] : [serviceProviderText(checked.file, serviceProvider, paint)]),
    ...(rotation === null ? [] : [rotationText(rotation, paint)]),
    diagnosticsText(diagnostics, (file) => texts.get(file) ?? null, paint),
    `${paint("bold", "next")}  ${visible(nextStep(checked))}\n`,
  ];
  return parts.filter((part) => part !== "").join("\n");
}

function providerText({ file, subject, signature }: Checked, paint: Paint): string {
  if (subject === null) return "";
  const { metadata, recognized } = subject;
  const whose = recognized === null ? "an identity provider that is not recognized" : recognized.product;
  const formats = metadata.nameIdFormats.map(({ value }) => value.split(":").at(-1) ?? "");
  return `${paint("bold", visible(file))}: ${whose}\n${factLines([
    ["entity ID", metadata.entityId?.value ?? "none"],
    ...signInUrls(metadata.services).map(({ binding, url }) => [binding, url.value] as const),
    ["name IDs", formats.length === 0 ? "not said" : formats.join(", ")],
    ...metadata.validUntil.map(({ value }) => ["valid until", value] as const),
    ["signature", signatureSentence(signature)],
  ])}`;
}

function signatureSentence(signature: Checked["signature"]): string {
  switch (signature?.state) {
    case "intact":
      return `intact (${signature.method}): nothing was changed since; who signed is not proven`;
    case "broken":
      return "broken";
    case "unchecked":
      return "not checked";
    default:
      return "none";
  }
}
