import type { ServiceProvider } from "../../catalog/identity-provider/identity-provider.js";
import { entityIdRegion } from "../../catalog/identity-provider/urls.js";
import { error, warning } from "../../catalog/rules/rule.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { httpPost, md } from "./names.js";
import { readEntities, rolesOf } from "./open-entity.js";
import { attribute, childrenOf, type XmlElement } from "./xml/element.js";

/** What a service provider's metadata says; null when it cannot be used. */
export interface ReadServiceProvider {
  readonly serviceProvider: ServiceProvider | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the metadata file that Identity Center offers for download. `file` is its path as people see it. */
export function readServiceProvider(text: string, file: string): ReadServiceProvider {
  const { entities, diagnostics } = readEntities(text.replace(/^\uFEFF/, ""), file);
  if (diagnostics.length > 0) return { serviceProvider: null, diagnostics };
  const ours = entities.filter((entity) => rolesOf(entity, "SPSSODescriptor").length > 0);
  const [only, second] = ours;
  if (only === undefined) return failed("IDC706", notOurs, entities[0], idpHint);
  if (second !== undefined)
    return failed("IDC705", `${ours.length} service providers in one file`, second, again);
  return serviceProviderOf(only);
}

const notOurs = "this is not the service provider's metadata";
const idpHint =
  "give the file that Identity Center offers: Settings > Identity source > Actions > Manage authentication";
const again = "download the file from IAM Identity Center again";

/** The values of an entity that is a service provider. */
export function serviceProviderOf(entity: XmlElement): ReadServiceProvider {
  const entityId = attribute(entity, "entityID");
  const acs = rolesOf(entity, "SPSSODescriptor")
    .flatMap((role) => childrenOf(role, md, "AssertionConsumerService"))
    .filter((service) => (attribute(service, "Binding")?.value ?? httpPost) === httpPost)
    .flatMap((service) => {
      const url = attribute(service, "Location")?.value.trim() ?? "";
      return url === "" ? [] : [{ url, isDefault: attribute(service, "isDefault")?.value === "true" }];
    });
  const urls = [...acs.filter((a) => a.isDefault), ...acs.filter((a) => !a.isDefault)].map((a) => a.url);
  if (entityId === null || entityId.value.trim() === "") {
    return failed("IDC708", "the service provider has no entityID", entity, again);
  }
  if (urls.length === 0) {
    return failed("IDC709", "the service provider has no AssertionConsumerService with a URL", entity, again);
  }
  const id = entityId.value.trim();
  const isAws = entityIdRegion(id) !== null;
  return {
    serviceProvider: { entityId: id, acsUrls: [...new Set(urls)] },
    diagnostics: isAws
      ? []
      : [
          warning(
            "IDC706",
            `"${id}" is a service provider, but not IAM Identity Center`,
            entityId.span,
            again,
          ),
        ],
  };
}

function failed(
  code: string,
  message: string,
  at: XmlElement | undefined,
  hint: string,
): ReadServiceProvider {
  return { serviceProvider: null, diagnostics: [error(code, message, at?.span ?? null, hint)] };
}
