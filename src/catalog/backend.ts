/** The backend types Terraform knows. A `backend` map has one of these as a key, or is the settings themselves. */
export const backendTypes: readonly string[] = [
  ...["local", "s3", "cloud", "azurerm", "consul", "cos", "gcs", "http", "kubernetes", "oci", "oss", "pg"],
  ...["remote", "static"],
];

/** How Terraform's state is kept, as rendered into the `terraform` block. */
export type Backend =
  | { readonly type: "local"; readonly path: string }
  | { readonly type: "s3"; readonly config: Readonly<Record<string, unknown>> }
  | { readonly type: "cloud"; readonly config: Readonly<Record<string, unknown>> };
