import { describe, expect, it } from "vitest";
import { loadCatalog } from "../../src/catalog/load.js";
import { inMemory } from "./in-memory.js";

describe("very many comments", () => {
  const seconds = (text: string) => {
    const start = performance.now();
    const { comments } = loadCatalog(inMemory({ "f.yaml": text }), "f.yaml", null).ignores;
    return [comments.length, (performance.now() - start) / 1000] as const;
  };

  it.each([
    ["above each other", "# identity-ignore IDC308 r\n".repeat(150_000), 150_000],
    ["without a reason", "# identity-ignore IDC308\n".repeat(150_000), 0],
    ["of unknown codes", `# identity-ignore ${Array.from({ length: 150_000 }, (_, i) => `X${i}`)} r\n`, 0],
  ])("%s take seconds, not minutes, and never a stack", (_name, text, expected) => {
    const [count, took] = seconds(text);
    expect(count).toBe(expected);
    expect(took).toBeLessThan(10);
  });
});
