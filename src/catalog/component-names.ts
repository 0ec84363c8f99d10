/** What the component is called in the reference: before and since it was renamed in 2026. */
export const componentNames: readonly string[] = ["aws-sso", "aws-identity-center"];

/** What the component is called that says how people sign in. */
export const identityProviderNames: readonly string[] = ["identity-provider"];
