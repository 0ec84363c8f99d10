import { visible } from "../../diagnostic/visible.js";
import type { Checked } from "../../idp/metadata/check.js";
import type { Paint } from "../paint.js";
import { factLines } from "./check-facts.js";

/** The values of a service provider, and the component of the catalog that keeps them. */
export function serviceProviderText(
  file: string,
  { entityId, acsUrls, region }: NonNullable<Checked["serviceProvider"]>,
  paint: Paint,
): string {
  const whose =
    region === null ? "a service provider" : `the service provider, IAM Identity Center in ${region}`;
  const values = factLines([["entity ID", entityId], ...acsUrls.map((url) => ["ACS URL", url] as const)]);
  const described = `${paint("bold", visible(file))}: ${whose}\n${values}`;
  return region === null
    ? described
    : `${described}\n${paint("bold", "for the catalog")}\n${component(entityId, acsUrls)}`;
}

function component(entityId: string, acsUrls: readonly string[]): string {
  return `components:
  terraform:
    identity-provider:
      vars:
        provider: other # or okta, jumpcloud, entra, google
        service_provider:
          entity_id: ${scalar(entityId)}
          acs_urls:
${acsUrls.map((url) => `            - ${scalar(url)}\n`).join("")}`;
}

/** A URL as it is, anything else in quotes: what a file says must not become keys of a catalog. */
function scalar(value: string): string {
  return /^https:\/\/[A-Za-z0-9._~/?=&%-]+$/.test(value) ? value : visible(JSON.stringify(value));
}
