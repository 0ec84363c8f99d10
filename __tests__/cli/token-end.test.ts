import { expect, it } from "vitest";
import { catalogText } from "../doubles/catalog.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

const catalog = (day: string) =>
  `${catalogText({ enabled: false })}    identity-provider:\n      vars:\n        provider: okta\n        scim: { token_expires_on: "${day}" }\n`;

it("verbs that reach AWS say that the SCIM token has ended: groups there may be old", async () => {
  const ended = project({ [catalogPath]: catalog("2026-11-23") });
  const { code, err } = await identity(ended, ["quotas", "--sandbox"]);
  expect([code, err]).toEqual([
    0,
    expect.stringContaining("warning IDC758: the SCIM token ended on 2026-11-23"),
  ]);
  const later = project({ [catalogPath]: catalog("2027-11-23") });
  expect((await identity(later, ["quotas", "--sandbox"])).err).not.toContain("IDC758");
});
