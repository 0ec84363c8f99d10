import { StringDecoder } from "node:string_decoder";

/** Turns chunks of bytes into lines, whatever the chunks cut through. */
export interface LineSplitter {
  readonly push: (chunk: Buffer) => void;
  /** Hands over the last line when it lacks a line break. */
  readonly end: () => void;
}

/** Calls `onLine` with every complete line, without `\n` or `\r\n`. */
export function createLineSplitter(onLine: (line: string) => void): LineSplitter {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  return {
    push(chunk) {
      const parts = (rest + decoder.write(chunk)).split("\n");
      rest = parts.pop() ?? "";
      for (const part of parts) onLine(withoutReturn(part));
    },
    end() {
      rest += decoder.end();
      if (rest !== "") onLine(withoutReturn(rest));
      rest = "";
    },
  };
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
