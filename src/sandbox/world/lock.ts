import { open, readFile, rm } from "node:fs/promises";

/**
 * Makes this process the only one that keeps its world in the state file, until the returned function is
 * called: two sandboxes would overwrite each other's changes. A lock left by a killed process is taken over.
 */
export async function lockState(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`;
  if (!(await create(lock))) {
    const owner = Number(await readFile(lock, "utf8").catch(() => "0"));
    if (isAlive(owner)) {
      throw new Error(
        `the sandbox state ${path} is in use by process ${owner}: stop that sandbox, or use it through AWS_ENDPOINT_URL instead of --sandbox`,
      );
    }
    await rm(lock, { force: true });
    if (!(await create(lock))) throw new Error(`the sandbox state ${path} was just taken by another process`);
  }
  return () => rm(lock, { force: true });
}

async function create(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, "wx", 0o600);
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
