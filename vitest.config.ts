import { defineConfig } from "vitest/config";

const shared = {
  testTimeout: 30_000,
  hookTimeout: 30_000,
  // It would be printed by every process that loads the SDK.
  env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
};

// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["__tests__/**/*.test.ts"],
          exclude: ["__tests__/{e2e,browser}/**"],
          // Files share what they import, which takes a third of the time; no test may leave anything behind.
          isolate: false,
          // Left to itself, vitest keeps a core free; and some tests wait, as AWS makes its callers wait.
          maxWorkers: 3,
        },
      },
      {
        test: {
          ...shared,
          name: "e2e",
          include: ["__tests__/{e2e,browser}/**/*.test.ts"],
          testTimeout: 600_000,
          hookTimeout: 120_000,
          // Most of the time is AWS's waiting, so three files at once cost little even on two cores.
          maxWorkers: 3,
          // Hundreds of processes start here; a machine that has no room for one of them must not fail a change.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
