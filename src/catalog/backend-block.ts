import type { Backend } from "./backend.js";

/** The `terraform` block that names the place of a state. Texts are as they are: escape them where templates are read. */
export function backendBlock(backend: Backend): { readonly terraform: object } {
  if (backend.type === "cloud") return { terraform: { cloud: backend.config } };
  const settings = backend.type === "local" ? { path: backend.path } : backend.config;
  return { terraform: { backend: { [backend.type]: settings } } };
}
