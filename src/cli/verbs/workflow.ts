import { unreadable } from "../../catalog/read/unreadable.js";
import { readWorkflow, type WorkflowStep } from "../../workflow/named/named-workflow.js";
import { exit } from "../exit.js";
import { nodeFiles } from "../node-files.js";
import { run } from "../program.js";
import { runShell } from "../run-shell.js";
import type { Shell } from "../shell.js";
import { showDiagnostics } from "../show.js";
import { splitWords } from "../split-words.js";

/** `identity workflow NAME -f FILE`: runs the steps of a named workflow in order. */
export async function workflow(
  shell: Shell,
  name: string,
  flags: { readonly file: string },
): Promise<number> {
  const path = /\.ya?ml$/.test(flags.file) ? flags.file : `workflows/${flags.file}.yaml`;
  const read = nodeFiles(shell.cwd).read(path);
  if (read.text === null) {
    const hint = "name a file of workflows/ without its ending, or a path";
    showDiagnostics(shell, [unreadable(path, read, null, hint)]);
    return exit.invalid;
  }
  const { workflow: found, diagnostics } = readWorkflow(read.text, path, name);
  if (found === null) {
    showDiagnostics(shell, diagnostics);
    return exit.invalid;
  }
  let result: number = exit.done;
  for (const step of found.steps) {
    shell.err(`${shell.paint("bold", `${found.name}: ${step.name}`)} · ${step.command}\n`);
    const code = await runStep(shell, step);
    if (code === exit.found) result = exit.found;
    else if (code !== exit.done) {
      shell.err(`${found.name} stopped at ${step.name}: exit code ${code}\n`);
      return code;
    }
  }
  return result;
}

function runStep(shell: Shell, step: WorkflowStep): Promise<number> {
  return step.type === "shell" ? runShell(shell, step.command) : run(shell, splitWords(step.command));
}
