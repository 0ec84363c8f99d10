import { describe, expect, it } from "vitest";
import { createForecast, forecastText } from "../../src/directory/forecast.js";

describe("forecastText", () => {
  it.each([
    ["thousands and minutes", 1_204, 2_396, 60, "1,204 of 3,600 calls · about 2 min left"],
    [
      "the rate of AWS's limit while there are too few to measure",
      10,
      590,
      90,
      "10 of 600 calls · about 30 s left",
    ],
    ["the measured rate from then on", 40, 60, 40, "40 of 100 calls · about 60 s left"],
    ["steps of five seconds, upwards", 100, 11, 100, "100 of 111 calls · about 15 s left"],
    ["never less than five", 100, 1, 5, "100 of 101 calls · about 5 s left"],
    ["seconds up to a minute and a half", 100, 89, 100, "100 of 189 calls · about 90 s left"],
    ["minutes from there", 100, 91, 100, "100 of 191 calls · about 2 min left"],
    ["nothing left", 3_600, 0, 180, "3,600 of 3,600 calls"],
  ])("%s", (_what, done, left, seconds, text) => {
    expect(forecastText(done, left, seconds)).toBe(text);
  });
});

describe("createForecast", () => {
  it("measures from its beginning, and the whole is what was sent and what is planned", () => {
    const told: string[] = [];
    let [now, requests] = [5_000, 0];
    const forecast = createForecast({ now: () => now, requests: () => requests }, (text) => told.push(text));
    forecast.expect(200);
    forecast.spare();
    [now, requests] = [105_000, 50];
    forecast.answered();
    forecast.expect(10);
    [now, requests] = [107_000, 52];
    forecast.answered();
    expect(told).toEqual(["50 of 248 calls · about 7 min left", "52 of 259 calls · about 7 min left"]);
  });
});
