import { describe, expect, it } from "vitest";
import { instantHint, readInstant } from "../../src/catalog/instant.js";

describe("readInstant", () => {
  it.each([
    ["2027-06-30", "2027-06-30T00:00:00.000Z"],
    ["2028-02-29", "2028-02-29T00:00:00.000Z"],
    ["2027-06-30T18:00:00Z", "2027-06-30T18:00:00.000Z"],
    ["2027-06-30t18:00z", "2027-06-30T18:00:00.000Z"],
    ["2027-06-30 18:00:30+02:00", "2027-06-30T16:00:30.000Z"],
    ["2027-06-30T18:00:00.250-05:00", "2027-06-30T23:00:00.000Z"],
    ["2027-06-30T23:59:59Z", "2027-06-30T23:59:59.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(readInstant(text)).toBe(instant);
  });

  it.each([
    ...["", "tomorrow", "2027-6-30", "20270630", "30.06.2027", "2027", "2027-06"],
    ...["2027-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "0000-00-00"],
    ...["2027-06-30T18:00:00", "2027-06-30T24:00:00Z", "2027-06-30T18:60:00Z", "2027-06-30T18Z"],
    ...["2027-06-30T18:00:00+25:00", "x2027-06-30", "2027-06-30x", "2027-06-30Z"],
  ])("%j is none", (text) => {
    expect(readInstant(text)).toBeNull();
  });
});

describe("instantHint", () => {
  it("asks for a zone when only that is missing", () => {
    expect(instantHint("2027-06-30T18:00:00")).toBe('say in which zone: "2027-06-30T18:00:00Z" is UTC');
  });

  it.each(["tomorrow", "2027-02-30T18:00:00", "2027-06-30T25:00:00Z"])("shows the forms for %s", (text) => {
    expect(instantHint(text)).toMatch(/^write a date such as "2027-06-30"/);
  });
});
