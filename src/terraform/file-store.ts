/** Port: the few things done with files. Everything written is for the owner only. */
export interface FileStore {
  /** The file's text; null when there is no such file. */
  readonly read: (path: string) => Promise<string | null>;
  /** Writes all or nothing, mode 0600; missing folders are made with mode 0700. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Makes a folder and its parents, mode 0700. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Takes a file away from everybody but its owner: mode 0600. */
  readonly protect: (path: string) => Promise<void>;
  /** Names in a folder, unsorted; empty when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** SHA-256 of a file in hexadecimal; null when there is no such file. */
  readonly sha256: (path: string) => Promise<string | null>;
}
