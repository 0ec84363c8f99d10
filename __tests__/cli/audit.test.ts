import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CreateAccountAssignmentCommand, CreatePermissionSetCommand } from "@aws-sdk/client-sso-admin";
import { beforeAll, describe, expect, it } from "vitest";
import type { Shell } from "../../src/cli/shell.js";
import { createClients } from "../../src/directory/clients.js";
import { readDirectory } from "../../src/directory/read-directory.js";
import { createPaint } from "../../src/report/paint.js";
import { startSandbox } from "../../src/sandbox/server.js";
import { catalogText } from "../doubles/catalog.js";
import { fakeTerraform } from "../doubles/fake-terraform.js";
import { project } from "../doubles/project.js";
import { identity } from "../doubles/shell.js";
import { catalogPath } from "./example.js";

/** Declares nothing, so that an empty AWS is as it should be. */
const nothing = catalogText({ enabled: false });
const byHand = "IDC605/-/-/-/ByHand";
const worlds = { empty: "", unused: "", used: "" };

/** A sandbox's file in which somebody made a permission set by hand, without a grant and with one. */
beforeAll(async () => {
  const folder = project({});
  const statePath = join(folder, "aws.json");
  const sandbox = await startSandbox({ statePath, throttle: false, latencyMs: 0 });
});
