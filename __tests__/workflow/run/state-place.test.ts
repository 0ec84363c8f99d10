import { describe, expect, it } from "vitest";
import { placeText, statePlace } from "../../../src/workflow/run/state-place.js";

describe("statePlace", () => {
  it("of the project's own state has no settings", () => {
    expect(statePlace(null, "")).toEqual({
      backend: { type: "local", settings: null },
      workspace: "default",
    });
  });

  it("of another local state is its path", () => {
    expect(placeText(statePlace({ type: "local", path: "../state" }, "blue"))).toBe(
      'local {"path":"../state"}, workspace blue',
    );
  });

  it("keeps what says where, and nothing that may be secret", () => {
    const config = {
      ...{ secret_key: "hush", access_key: "hush", sse_customer_key: "hush", profile: "me", encrypt: true },
      ...{ key: "k", bucket: "b", region: "r", workspace_key_prefix: "p", endpoints: { s3: "http://x" } },
    };
    const { backend, workspace } = statePlace({ type: "s3", config }, "blue");
    expect(Object.keys(backend.settings ?? {})).toEqual([
      ...["bucket", "key", "region", "workspace_key_prefix", "endpoints"],
    ]);
    expect(workspace).toBe("blue");
  });

  it("takes the workspace's name from the cloud block, and from the environment when only tags are there", () => {
    const cloud = (workspaces: unknown, named: string) =>
      statePlace({ type: "cloud", config: { organization: "o", token: "hush", workspaces } }, named);
    const named = cloud({ name: "identity" }, "blue");
    expect(placeText(named)).toBe(
      'cloud {"organization":"o","workspaces":{"name":"identity"}}, workspace identity',
    );
    expect(cloud({ tags: ["identity"] }, "blue").workspace).toBe("blue");
    expect(cloud({ tags: ["identity"] }, "").workspace).toBe("default");
  });
});
