import { entityIdRegion } from "../../catalog/identity-provider/urls.js";
import type { GuideFacts, GuideValue } from "./guide.js";

/** What a guide pastes: values of the organization, and placeholders in angle brackets for what is not known. */
export interface KnownValues {
  readonly region: string;
  readonly entityId: string;
  /** The default one first; never empty. */
  readonly acsUrls: readonly string[];
  /** Without a slash at its end. */
  readonly scimEndpoint: string;
  /** Empty when the catalog needs no group of the provider. */
  readonly groups: readonly string[];
}

/** The facts, with a placeholder for each that is missing. A region is what says that there is a catalog. */
export function knownValues({ region, serviceProvider, scimEndpoint, groups }: GuideFacts): KnownValues {
  return {
    region: region ?? entityIdRegion(serviceProvider?.entityId ?? "") ?? "<home Region>",
    entityId: serviceProvider?.entityId ?? "<issuer URL of step 2>",
    acsUrls: serviceProvider?.acsUrls ?? [
      "<default ACS URL of step 2>",
      "<every other ACS URL of step 2, one by one>",
    ],
    scimEndpoint: scimEndpoint?.replace(/\/+$/, "") ?? "<SCIM endpoint of step 5>",
    groups: region === null && groups.length === 0 ? ["<every group that the catalog names>"] : groups,
  };
}

/** Every ACS URL as a value of one field. */
export function acsValues({ acsUrls }: KnownValues, field: string): readonly GuideValue[] {
  return acsUrls.map((value, i) => ({ name: i === 0 ? field : `${field}, one more`, value }));
}

/** Every required group as a value. */
export function groupValues({ groups }: KnownValues): readonly GuideValue[] {
  return groups.map((value) => ({ name: "Group", value }));
}
