import { child, type Entry, entriesOf, itemsOf, textOf } from "../../catalog/yaml/node.js";
import { parseYaml } from "../../catalog/yaml/parse.js";
import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import { didYouMean } from "../../diagnostic/suggest.js";

/** One command of a named workflow. */
export interface WorkflowStep {
  readonly name: string;
  /** `identity`: a command line of this program, without its name. `shell`: run by `sh -c`. */
  readonly type: "identity" | "shell";
  readonly command: string;
}

/** A workflow of `workflows/*.yaml`, in Atmos's format. */
export interface NamedWorkflow {
  readonly name: string;
  readonly description: string | null;
  readonly steps: readonly WorkflowStep[];
}

/** Finds a workflow in a file: `workflows.<name>{description, steps[{name?, command, type?}]}`. */
export function readWorkflow(
  text: string,
  file: string,
  name: string,
): { readonly workflow: NamedWorkflow | null; readonly diagnostics: readonly Diagnostic[] } {
  const { root, diagnostics } = parseYaml(text, file);
  if (root === null || diagnostics.length > 0) return { workflow: null, diagnostics };
  const workflows = child(root, "workflows");
  const known = entriesOf(workflows);
  const entry = known.find((e) => e.key === name);
  if (entry === undefined) {
    const names = known.map((e) => e.key);
    const hint =
      names.length === 0
        ? "the file has no workflows: write them under the key workflows"
        : `workflows here: ${names.join(", ")}`;
    const message = `no workflow "${name}"${didYouMean(name, names)}`;
    return {
      workflow: null,
      diagnostics: [mistake(message, (workflows ?? root).span, hint)],
    };
  }
  return assemble(entry);
}

function assemble(entry: Entry): ReturnType<typeof readWorkflow> {
  const diagnostics: Diagnostic[] = [];
  const steps = itemsOf(child(entry.value, "steps")).flatMap((node, index): readonly WorkflowStep[] => {
    const command = textOf(child(node, "command"));
    const type = textOf(child(node, "type")) ?? "identity";
    if (command === undefined || command.trim() === "") {
      diagnostics.push(mistake(`step ${index + 1} of "${entry.key}" has no command`, node.span, null));
      return [];
    }
    if (type !== "identity" && type !== "shell") {
      const hint = 'leave type out for a command of this program, or write "shell"';
      diagnostics.push(
        mistake(
          `unknown type "${type}"${didYouMean(type, ["identity", "shell"])}`,
          child(node, "type")?.span ?? node.span,
          hint,
        ),
      );
      return [];
    }
    return [{ name: textOf(child(node, "name")) ?? `step${index + 1}`, type, command }];
  });
  if (steps.length === 0 && diagnostics.length === 0) {
    diagnostics.push(
      mistake(`workflow "${entry.key}" has no steps`, entry.keySpan, "list commands under steps"),
    );
  }
  const description = textOf(child(entry.value, "description")) ?? null;
  return { workflow: diagnostics.length > 0 ? null : { name: entry.key, description, steps }, diagnostics };
}

function mistake(message: string, span: Span, hint: string | null): Diagnostic {
  return { code: "IDC211", severity: "error", message, span, hint };
}
