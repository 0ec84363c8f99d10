import { randomBytes } from "node:crypto";
import { access, constants, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * Replaces the text of a file that exists, at once or not at all: nobody ever reads half of it. Its mode
 * stays, its owner too where that is allowed, and a link goes on leading to it.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  // A folder that can be written would let a protected file be replaced.
  await access(target, constants.W_OK);
  const { mode, uid, gid } = await stat(target);
  const random = randomBytes(4).toString("hex");
  const temporary = join(dirname(target), `.${basename(target)}.${random}.tmp`);
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      await file.writeFile(text);
      const made = await file.stat();
      if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid).catch(() => {});
      await file.chmod(mode & 0o7777);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
