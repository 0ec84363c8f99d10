import { hasErrors } from "../../diagnostic/diagnostic.js";
import type { Checked } from "../../idp/metadata/check.js";
import { isUnchanged } from "./check-rotation.js";

const settings = "IAM Identity Center > Settings > Identity source > Actions";

/** What a person does with a file now. */
export function nextStep({ file, subject, serviceProvider, rotation, diagnostics }: Checked): string {
  if (hasErrors(diagnostics)) return "do not upload this file; correct the errors, then check it again";
  if (serviceProvider !== null) {
    return `put the component into the catalog, then run "identity idp guide" with the provider and --sp-metadata ${file}`;
  }
  if (subject === null) return "check the file of the identity provider";
  if (rotation === null) {
    return `${settings} > Change identity source > External identity provider: upload ${file} as the IdP SAML metadata`;
  }
  if (isUnchanged(rotation)) return "nothing has to be uploaded";
  return `${settings} > Manage authentication: import the added certificates before the provider signs with them, and delete the removed ones after`;
}
