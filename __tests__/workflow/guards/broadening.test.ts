import { describe, expect, it } from "vitest";
import { broadening } from "../../../src/workflow/guards/broadening.js";
import { guardFacts } from "./guard-facts.js";

const reasons = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ kind: "grant", message: `G${i} gets Set in dev` }) as const);
const hits = (n: number, noBroadening: boolean) =>
  broadening(guardFacts({ summary: { broadening: reasons(n) } }, { noBroadening }));

describe("broadening", () => {
  it("is hit only when access must not be broadened, and is", () => {
    expect(hits(0, true)).toEqual([]);
    expect(hits(2, false)).toEqual([]);
    expect(hits(2, true)).toEqual([
      {
        guard: "broadening",
        code: "IDC426",
        message: "the plan broadens access: G0 gets Set in dev; G1 gets Set in dev",
        hint: "have the change reviewed by somebody who may decide it, or take it out of the catalog",
      },
    ]);
  });

  it("counts the reasons after the fifth", () => {
    expect(hits(5, true)[0]?.message).toMatch(/G4 gets Set in dev$/);
    expect(hits(6, true)[0]?.message).toMatch(/G4 gets Set in dev and 1 more$/);
    expect(hits(8, true)[0]?.message).toMatch(/G4 gets Set in dev and 3 more$/);
  });
});
