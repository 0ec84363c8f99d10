import type { Diagnostic, Span } from "../diagnostic/diagnostic.js";

/** The versions that package.json has as optional. */
const versions: Readonly<Record<string, string>> = {
  "@cdktf/provider-okta": "14.1.1",
  "@cdktf/provider-azuread": "14.3.1",
};

/** What to install for the stack of an identity provider. A warning: the access does not wait for it. */
export function packageIsMissing(name: string, component: Span): Diagnostic {
  return {
    code: "IDC765",
    severity: "warning",
    message: `the stack of the identity provider is not written: the package ${name} is not installed`,
    span: component,
    hint: `npm install ${name}@${versions[name]}`,
  };
}
