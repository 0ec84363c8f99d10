import type { Checked } from "../../idp/metadata/check.js";
import { isUnchanged } from "./check-rotation.js";

const settings = "IAM Identity Center > Settings > Identity source > Actions";

/** What a person does with a file now. */
export function nextStep({ file, serviceProvider, rotation, diagnostics }: Checked): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0 && errors.every(({ code }) => code === "IDC720")) {
    return `if that is meant, do it together with the change in the provider: ${upload(file)}`;
  }
  if (errors.length > 0) return "do not upload this file; correct the errors, then check again";
  if (serviceProvider?.region === null) return "take the file that IAM Identity Center offers";
  if (serviceProvider !== null) {
    return `put the component into the catalog, then run "identity idp guide" with the provider and --sp-metadata ${file}`;
  }
  if (rotation === null) return upload(file);
  if (isUnchanged(rotation)) return "nothing has to be uploaded";
  return `${settings} > Manage authentication: import the added certificates before the provider signs with them, and delete the removed ones after`;
}

function upload(file: string): string {
  return `${settings} > Change identity source > External identity provider: upload ${file} as the IdP SAML metadata`;
}
