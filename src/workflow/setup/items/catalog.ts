import { counted } from "../../../diagnostic/counted.js";
import { itemsOf, type SetupItem } from "../item.js";
import type { SetupFacts } from "../setup-facts.js";

const { done, todo } = itemsOf("catalog", "catalog");

export function catalogIsValid({ catalog, file, mistakes, command }: SetupFacts): SetupItem {
  if (catalog !== null) return done(`${file} is valid`);
  const [first = "it declares nothing", ...others] = mistakes;
  const more = others.length === 0 ? "" : `, and ${counted(others.length, "error")} more`;
  return todo(
    `${file}: ${first}${more}`,
    `\`${command("validate")}\` shows every error with its line; most of what follows needs a valid catalog`,
  );
}
