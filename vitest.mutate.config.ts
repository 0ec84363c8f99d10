import { defineConfig } from "vitest/config";

// What "npm run mutate" runs against each mutant: quick tests only, since each runs hundreds of times.
// biome-ignore lint/style/noDefaultExport: vitest reads the default export
export default defineConfig({
  test: {
    testTimeout: 30_000,
    include: ["__tests__/{access,catalog}/**/*.test.ts", "__tests__/stacks/golden.test.ts"],
    exclude: ["__tests__/catalog/{fuzz,hostile}*/**", "__tests__/catalog/*hostile*"],
  },
});
