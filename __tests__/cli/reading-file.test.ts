import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openReading, type ReadingPlace } from "../../src/cli/ports/reading-file.js";
import { project } from "../doubles/project.js";

const began = Date.UTC(2026, 10, 24, 7, 0, 0);
const minute = 60_000;
const place: ReadingPlace = { region: "us-east-1", endpoint: null };

/** The path of a reading that broke off after two answers; nothing has its folder yet. */
function brokenOff(at: ReadingPlace = place): string {
  const path = join(project({}), ".identity/reading.jsonl");
  const { cache } = openReading(path, at, began);
  cache.put("ListPermissionSets", "1\n2");
  cache.put("DescribePermissionSet ps-1", "3");
  return path;
}

describe("openReading", () => {
  it("begins with nothing, and has what was put", () => {
    const { cache, found } = openReading(join(project({}), "reading.jsonl"), place, began);
    expect([found, cache.get("a")]).toEqual([0, null]);
    cache.put("a", "1");
    cache.put("b", "2");
    cache.put("a", "3");
    expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["3", "2", null]);
  });

  it("goes on with what a process left that was killed, until 15 minutes after its beginning", () => {
    const path = brokenOff();
    const { cache, found } = openReading(path, place, began + 15 * minute - 1);
    expect([found, cache.get("ListPermissionSets"), cache.get("DescribePermissionSet ps-1")]).toEqual([
      2,
      "1\n2",
      "3",
    ]);
    cache.put("DescribePermissionSet ps-2", "4");
    expect(openReading(path, place, began + 15 * minute - 1).found).toBe(3);
  });

  it("counts the 15 minutes from the first process, however often it is gone on with", () => {
    const path = brokenOff();
    expect(openReading(path, place, began + 10 * minute).found).toBe(2);
    expect(openReading(path, place, began + 15 * minute).found).toBe(0);
  });

  it("begins anew with the time of now when the rest is too old", () => {
    const path = brokenOff();
    const anew = openReading(path, place, began + 15 * minute);
    expect([anew.found, anew.cache.get("ListPermissionSets")]).toEqual([0, null]);
    anew.cache.put("a", "1");
    expect(readFileSync(path, "utf8")).not.toContain("ListPermissionSets");
    expect(openReading(path, place, began + 29 * minute).found).toBe(1);
  });

  it.each<readonly [string, ReadingPlace, ReadingPlace]>([
    ["AWS, at an endpoint of this machine", place, { ...place, endpoint: "http://127.0.0.1:4566" }],
    ["an endpoint of this machine, at AWS", { ...place, endpoint: "http://127.0.0.1:4566" }, place],
    ["another region", place, { ...place, region: "eu-central-1" }],
  ])("says nothing of %s", (_what, from, to) => {
    const path = brokenOff(from);
    const { cache, found } = openReading(path, to, began + minute);
    expect([found, cache.get("ListPermissionSets")]).toEqual([0, null]);
    expect(openReading(path, to, began + minute).found).toBe(0);
    expect(openReading(path, from, began + minute).found).toBe(0);
  });

  it("goes on at the same endpoint of this machine", () => {
    const local = { ...place, endpoint: "http://127.0.0.1:4566" };
    expect(openReading(brokenOff(local), { ...local }, began).found).toBe(2);
  });

  it("leaves out a line that was cut off, and loses nothing that is put after it", () => {
    const path = brokenOff();
    writeFileSync(path, readFileSync(path, "utf8").slice(0, -4));
    const first = openReading(path, place, began + minute);
    expect([first.found, first.cache.get("DescribePermissionSet ps-1")]).toEqual([1, null]);
    first.cache.put("DescribePermissionSet ps-1", "3");
    first.cache.put("DescribePermissionSet ps-2", "4");
    const { cache } = openReading(path, place, began + minute);
    const kept = ["ListPermissionSets", "DescribePermissionSet ps-1", "DescribePermissionSet ps-2"];
    expect(kept.map((key) => cache.get(key))).toEqual(["1\n2", "3", "4"]);
  });

  it.each(["", "null\n", "[1,2]\n", '"text"\n', "not JSON\n", '{"region":"us-east-1","endpoint":null}\n'])(
    "begins anew after a file that is not its own: %j",
    (text) => {
      const path = join(project({ "reading.jsonl": `${text}["a","1"]\n` }), "reading.jsonl");
      openReading(path, place, began).cache.put("b", "2");
      const { cache, found } = openReading(path, place, began + minute);
      expect([found, cache.get("a"), cache.get("b")]).toEqual([1, null, "2"]);
    },
  );

  it("takes no line for an answer that is none", () => {
    const path = brokenOff();
    appendFileSync(path, '["a"]\n["b",1]\n["c","2","3"]\n{"d":"4"}\nnull\n["e","5"]\n');
    const { cache, found } = openReading(path, place, began);
    expect([found, cache.get("a"), cache.get("b"), cache.get("c")]).toEqual([3, null, null, null]);
    expect(cache.get("e")).toBe("5");
  });

  it("is for its owner alone, the file as its folder", () => {
    const path = brokenOff();
    const modeOf = (of: string) => (statSync(of).mode & 0o777).toString(8);
    expect([modeOf(path), modeOf(join(path, ".."))]).toEqual(["600", "700"]);
  });

  it("leaves nothing at its end, also when it is ended twice", () => {
    const path = brokenOff();
    const reading = openReading(path, place, began + minute);
    reading.end();
    expect(existsSync(path)).toBe(false);
    reading.end();
    expect(openReading(path, place, began + minute).found).toBe(0);
  });
});
