import { join } from "node:path";
import type { Backend } from "../access/model.js";
import { backendBlock } from "../catalog/backend-block.js";
import type { Ports } from "./ports.js";
import { runId } from "./run/run-id.js";

/** Makes a folder like a run's with nothing but the backend, for asking about a state. */
export async function backendFolder(ports: Ports, backend: Backend): Promise<string> {
  const id = runId(ports.now().toISOString(), ports.random());
  const folder = ports.runs.folder(id);
  await ports.runs.prepare(id);
  await ports.files.write(join(folder, "backend.tf.json"), `${JSON.stringify(backendBlock(backend))}\n`);
  return folder;
}
