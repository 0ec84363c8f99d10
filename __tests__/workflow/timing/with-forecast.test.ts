import { expect, it } from "vitest";
import { withForecast } from "../../../src/workflow/timing/with-forecast.js";

it.each([
  [null, "Planning"],
  [59, "Planning"],
  [60, "Planning, about 1 min"],
  [202, "Planning, about 3 min"],
])("a step that takes %s s is titled %s", (seconds, title) => {
  expect(withForecast("Planning", seconds)).toBe(title);
});
