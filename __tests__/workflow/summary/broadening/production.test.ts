import { describe, expect, it } from "vitest";
import { isProduction } from "../../../../src/workflow/summary/broadening/production.js";

describe("a name that says production", () => {
  const yes = [
    "prod",
    "plat-prod",
    "PROD",
    "Production",
    "platProd",
    "prd-1",
    "live",
    "LiveEU",
    "prod2",
    "EUProd",
  ];
  it.each([...yes, "core_live", "PRODAccount", "not-dev-prod", "nonprod-prod"])("%s", (name) => {
    expect(isProduction(name)).toBe(true);
  });
});

describe("a name that does not", () => {
  const no = [
    "dev",
    "products",
    "nonprod",
    "preprod",
    "non-prod",
    "NonProd",
    "nonPROD",
    "pre-production",
    "preProd",
  ];
  it.each([...no, "", "no-prod", "not_live", "alive", "liveness", "reproduce", "non--prod"])("%s", (name) => {
    expect(isProduction(name)).toBe(false);
  });
});
