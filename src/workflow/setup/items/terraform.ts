import { failureOf } from "../failure.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo } = itemsOf("terraform", "Terraform");

export function terraformIsInstalled({ terraform }: SetupFacts): SetupItem {
  if (terraform.ok) return done(`version ${terraform.value}`);
  const { found, next } = failureOf(terraform, "") ?? { found: "", next: [] };
  return todo(found, ...next);
}
