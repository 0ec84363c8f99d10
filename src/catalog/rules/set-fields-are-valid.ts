import type { Diagnostic, Span } from "../../diagnostic/diagnostic.js";
import type { DeclaredSet } from "../catalog.js";
import { durationHint, durationSeconds } from "../duration.js";
import { limits } from "../limits.js";
import { child, type Entry, entriesOf, textOf } from "../yaml/node.js";
import { error, type RuleFacts } from "./rule.js";

/** Where a field of a set was written, or else what makes the set exist. */
export function place(set: DeclaredSet, field: string): Span | null {
  return set.fieldSpans.get(field) ?? set.span;
}

/** Descriptions have 1 to 700 characters of Latin-1. The provider does not check; AWS refuses in apply. */
export function descriptionsAreValid({ catalog }: RuleFacts): readonly Diagnostic[] {
  return catalog.permissionSets.flatMap((set) => {
    if (set.description === null || limits.description.test(set.description)) return [];
    const bad = [...set.description].find((c) => !limits.description.test(c));
    const what =
      bad === undefined
        ? `has ${set.description.length} characters`
        : `has ${JSON.stringify(bad)}, which AWS does not accept`;
    const hint = "use 1 to 700 characters of Latin-1: no curly quotes, long dashes or emoji";
    return [error("IDC311", `the description of "${set.name}" ${what}`, place(set, "description"), hint)];
  });
}

/** Relay states have at most 240 characters of a URL. */
export function relayStatesAreValid({ catalog }: RuleFacts): readonly Diagnostic[] {
  return catalog.permissionSets
    .filter(
      (set) => set.relayState !== null && set.relayState !== "" && !limits.relayState.test(set.relayState),
    )
    .map((set) => {
      const hint = "use a console URL of at most 240 characters";
      return error(
        "IDC311",
        `the relay_state of "${set.name}" is not valid`,
        place(set, "relay_state"),
        hint,
      );
    });
}

/** Session durations are ISO-8601, from one hour to twelve. */
export function sessionDurationsAreValid({ written, catalog }: RuleFacts): readonly Diagnostic[] {
  const general = child(written.vars, "session_duration");
  const own = catalog.permissionSets.map((set) => ({
    text: set.fieldSpans.has("session_duration") ? set.sessionDuration : null,
    span: place(set, "session_duration"),
  }));
  const types = catalog.sessions.map(({ duration }) => ({ text: duration.name, span: duration.span }));
  const all = [{ text: textOf(general) ?? null, span: general?.span ?? null }, ...own, ...types];
  return all.flatMap(({ text, span }) => {
    if (text === null || text === "") return [];
    const seconds = durationSeconds(text);
    const { minimum, maximum } = limits.sessionSeconds;
    if (seconds !== null && seconds >= minimum && seconds <= maximum) return [];
    const problem = seconds === null ? "is not an ISO-8601 duration" : "is not between PT1H and PT12H";
    return [error("IDC312", `session duration "${text}" ${problem}`, span, durationHint(text))];
  });
}

/** Tag keys and values have AWS's characters and lengths. The provider loses all tags of a set with an empty value. */
export function tagsAreValid({ written }: RuleFacts): readonly Diagnostic[] {
  const own = entriesOf(child(written.vars, "permission_sets")).map((e) => child(e.value, "tags"));
  return [child(written.vars, "tags"), ...own].flatMap((tags) => entriesOf(tags)).flatMap(checkTag);
}

function checkTag({ key, keySpan, value }: Entry): readonly Diagnostic[] {
  const text = textOf(value);
  if (text === undefined || value.tag !== null) return [];
  if (text === "") {
    const hint = "give it a value or remove it: the provider loses all tags of a set with an empty one";
    return [error("IDC319", `tag "${key}" has an empty value`, value.span, hint)];
  }
  if (/^aws:/i.test(key)) {
    return [
      error(
        "IDC319",
        `tag "${key}" begins with "aws:"`,
        keySpan,
        "AWS keeps these keys for itself: rename it",
      ),
    ];
  }
  const valid = (part: string, length: number): boolean => part.length <= length && limits.tagText.test(part);
  if (key !== "" && valid(key, limits.tagKeyLength) && valid(text, limits.tagValueLength)) return [];
  const hint = "use letters, digits, spaces and _ . : / = + - @; 128 characters in a key, 256 in a value";
  return [error("IDC319", `tag "${key}" is not valid`, keySpan, hint)];
}
