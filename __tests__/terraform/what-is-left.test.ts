import { expect, it } from "vitest";
import { sayWhatIsLeft } from "../../src/terraform/what-is-left.js";
import { exampleProblem as problem } from "../doubles/terraform.js";

const left = "plan again: it shows what is left to do, and finds what is not in the state yet";

it("an apply that fails in the middle says how to go on, after what is to be repaired first", () => {
  expect(sayWhatIsLeft("apply", { ...problem, hint: "sign in again" })).toEqual({
    ...problem,
    hint: `sign in again; then ${left}`,
  });
  expect(sayWhatIsLeft("apply", { ...problem, hint: null }).hint).toBe(left);
});

it("nothing is left by a plan, or by an apply that did not begin", () => {
  expect(sayWhatIsLeft("plan", problem)).toBe(problem);
  for (const code of ["IDC513", "IDC514", "IDC515", "IDC519"]) {
    expect(sayWhatIsLeft("apply", { ...problem, code }).hint).toBe(problem.hint);
  }
});
