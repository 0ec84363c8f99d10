import type { Step } from "../../workflow/ports.js";
import type { Shell } from "../shell.js";

/** Without a terminal, a line at least this often, so that a CI log shows life. */
const heartbeatMs = 15_000;
const redrawMs = 100;

/** Progress on stderr: one line per step, redrawn on a terminal, with the time it took. */
export function beginStep(shell: Shell, title: string): Step {
  const started = performance.now();
  let detail = "";
  let shownAt = started;
  const elapsed = (): string => formatElapsed(performance.now() - started);
  const line = (): string => `  ${title}${detail === "" ? "" : ` · ${detail}`} · ${elapsed()}`;
  const draw = (): void => {
    shownAt = performance.now();
    shell.err(shell.isTerminal ? `\r\u001b[K${line()}` : `${line()}\n`);
  };
  const timer = setInterval(draw, shell.isTerminal ? 1_000 : heartbeatMs);
  timer.unref();
  if (shell.isTerminal) draw();
  const close = (mark: string): void => {
    clearInterval(timer);
    shell.err(`${shell.isTerminal ? "\r\u001b[K" : ""}${mark} ${line().trimStart()}\n`);
  };
  return {
    update(text) {
      detail = text;
      if (shell.isTerminal && performance.now() - shownAt > redrawMs) draw();
    },
    end(text) {
      detail = text;
      close(shell.paint("green", "✓"));
    },
    fail() {
      close(shell.paint("red", "✗"));
    },
  };
}

/** `0.4s`, `12s`, `2m 05s` */
export function formatElapsed(ms: number): string {
  const tenths = Math.round(ms / 100);
  if (tenths < 100) return `${(tenths / 10).toFixed(1)}s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${seconds}s`;
  return `${Math.floor(seconds / 60)}m ${String(seconds % 60).padStart(2, "0")}s`;
}
