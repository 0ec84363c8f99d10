import { expect, it } from "vitest";
import { scimEndpoint } from "../../src/sandbox/scim/endpoint.js";
import { useAws } from "./aws.js";
import { exits } from "./identity.js";
import { catalogText, createProject, groups } from "./project.js";

const aws = useAws();

it("finds a group that was pushed by SCIM, grants it access, and misses it when it was deleted", async () => {
  const { url, token } = scimEndpoint(aws().url);
  const send = (method: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const created = await createProject(
    aws().url,
    catalogText({
      accounts: { "plat-dev": "333333333331" },
      sets: {},
      assignments: { "plat-dev": groups({ Auditors: ["ReadOnlyAccess"] }) },
    }),
  );
  const project = created.withEnv({ SCIM_TOKEN: token });
  const test = () => project.identity("idp", "scim", "--url", url);

  expect(exits(await test(), 2).stdout).toContain('"Auditors" is missing');

  const pushed = await send("POST", "/Groups", { displayName: "Auditors", externalId: "okta-1" });
  const { id } = (await pushed.json()) as { readonly id: string };
  expect(exits(await test(), 0).stdout).toContain("1 of 1 are there");
  const planned = exits(await project.identity("plan", "--format", "json"), 2);
  const { run } = JSON.parse(planned.stdout) as { readonly run: { readonly id: string } };
  expect(await project.read(`.identity/runs/${run.id}/plan.json`)).toContain(`"principal_id":"${id}"`);

  expect((await send("DELETE", `/Groups/${id}`)).status).toBe(204);
  expect(exits(await project.identity("preflight"), 4).stderr).toContain('group "Auditors" does not exist');
});
