/** How Terraform's state is kept, as rendered into the `terraform` block. */
export type Backend =
  | { readonly type: "local"; readonly path: string }
  | { readonly type: "s3"; readonly config: Readonly<Record<string, unknown>> }
  | { readonly type: "cloud"; readonly config: Readonly<Record<string, unknown>> };
