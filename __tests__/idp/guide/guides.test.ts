import { describe, expect, it } from "vitest";
import { providerNames } from "../../../src/catalog/identity-provider/identity-provider.js";
import { type Guide, stepIds } from "../../../src/idp/guide/guide.js";
import { guideFor } from "../../../src/idp/guide/guide-for.js";
import { allFacts, noFacts } from "./facts.js";

/** Everything that people read, but not the values. */
const proseOf = ({ steps, notes }: Guide): readonly string[] => [
  ...steps.flatMap((s) => [
    ...[s.title, ...s.actions, s.check, ...s.values.map((v) => v.name)],
    ...s.goesWrong.flatMap((wrong) => [wrong.symptom, wrong.remedy]),
  ]),
  ...notes,
];
const valuesOf = (guide: Guide, id: string): readonly string[] =>
  guide.steps.filter((step) => step.id === id).flatMap((step) => step.values.map(({ value }) => value));
const allValues = (guide: Guide): readonly string[] =>
  guide.steps.flatMap((s) => s.values.map((v) => v.value));

describe.each(providerNames)("the guide of %s", (provider) => {
  const guide = guideFor(provider, allFacts);
  const empty = guideFor(provider, noFacts);
  const { entityId = "", acsUrls = [] } = allFacts.serviceProvider ?? {};

  it("has every step in order, each with actions, a check, and what goes wrong", () => {
    expect(guide.steps.map((step) => step.id)).toEqual(stepIds);
    expect(guide.steps.filter((step) => step.actions.length < 1 || step.check === "")).toEqual([]);
    expect(guide.steps.filter((step) => step.goesWrong.length === 0)).toEqual([]);
    expect(guide.notes.length).toBeGreaterThan(1);
  });

  it("pastes issuer and every ACS URL, the default one first, when they are read and when they are registered", () => {
    for (const id of ["values", "application"]) {
      expect(valuesOf(guide, id)).toContain(entityId);
      expect(valuesOf(guide, id).filter((value) => acsUrls.includes(value))).toEqual(acsUrls);
    }
    expect(valuesOf(guide, "application").filter((value) => value === "").length).toBeGreaterThan(0);
  });

  it("pastes region, SCIM endpoint and groups", () => {
    expect(valuesOf(guide, "enable")).toEqual([allFacts.region]);
    expect(valuesOf(guide, "scim")[0]).toBe(allFacts.scimEndpoint);
    expect(valuesOf(guide, "groups")).toEqual(allFacts.groups);
  });

  it("has no placeholder when all is known, and one for each thing that is not", () => {
    expect(allValues(guide).filter((value) => /[<>]/.test(value.replace(" > ", " ")))).toEqual([]);
    for (const id of ["enable", "values", "application", "scim", "groups"]) {
      expect([id, valuesOf(empty, id).some((value) => /^<.+>$/.test(value))]).toEqual([id, true]);
    }
  });

  it("has facts in values only: its words are the same for everybody, and plain", () => {
    const words = (g: Guide) => proseOf(g).filter((text) => !/ACS URL|Group/.test(text));
    expect(words(guide)).toEqual(words(empty));
    const outside = proseOf(guide).map((text) => text.replace(/`[^`]+`/g, "code"));
    expect(outside.filter((text) => /[`<*_[\]|\\~$#]|:\/\/|^ | $| {2}/.test(text))).toEqual([]);
  });

  it("says the commands that exist as they are typed", () => {
    const commands = proseOf(guide).flatMap((text) => text.match(/`npx identity [^`]+`/g) ?? []);
    expect(commands.length).toBeGreaterThan(10);
    for (const verb of ["setup", "idp check", "idp scim", "preflight", "deploy", "audit"]) {
      expect(commands.some((command) => command.startsWith(`\`npx identity ${verb}`))).toBe(true);
    }
  });
});

describe("values", () => {
  it("lose the slash that providers refuse", () => {
    const guide = guideFor("okta", { ...allFacts, scimEndpoint: `${allFacts.scimEndpoint}/` });
    expect(valuesOf(guide, "scim")).toEqual([allFacts.scimEndpoint]);
  });

  it("have the region of the issuer when there is no catalog", () => {
    const { serviceProvider } = allFacts;
    expect(valuesOf(guideFor("okta", { ...noFacts, serviceProvider }), "enable")).toEqual(["eu-west-1"]);
  });

  it("name no group when the catalog needs none of the provider", () => {
    expect(valuesOf(guideFor("google", { ...allFacts, groups: [] }), "groups")).toEqual([]);
  });
});

describe("what each provider is known for", () => {
  it.each([
    ["okta", ["two factors", "must not be the one that is pushed", "ends with a slash"]],
    ["entra", ["AADSTS50011", "nested groups", "every 40 minutes", "P1", "/common/", "Conditional Access"]],
    ["google", ["24 hours", "ssosync", "`groups`", "RoleSessionName", "2-Step Verification", "no groups"]],
    ["jumpcloud", ["bound to the application", "first and a last name", "Conditional Policies"]],
    ["other", ["CyberArk", "OneLogin", "PingOne", "SHA-1"]],
  ] as const)("%s", (provider, facts) => {
    const guide = guideFor(provider, allFacts);
    const text = [...proseOf(guide), ...allValues(guide)].join("\n");
    expect(facts.filter((fact) => !text.includes(fact))).toEqual([]);
  });

  it("Google alone is told the attribute in a value of its own, and the format in capitals", () => {
    const values = valuesOf(guideFor("google", allFacts), "application");
    expect(values).toContain("https://aws.amazon.com/SAML/Attributes/RoleSessionName");
    expect(values).toContain("EMAIL");
  });
});
