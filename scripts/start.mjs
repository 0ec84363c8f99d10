// npm start: the whole way from the catalog to applied access, on a local AWS endpoint.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
const identity = (...args) => spawnSync(process.execPath, [main, ...args], { stdio: "inherit" }).status ?? 1;

console.log("Deploying catalog/aws-sso.yaml to a sandbox: a local AWS endpoint, with a state of its own.\n");
// What a guard asks for is passed on: npm start -- --allow removals
const deployed = identity("deploy", "--sandbox", "--auto-approve", ...process.argv.slice(2));
if (deployed !== 0) process.exit(deployed);

console.log("\nWhat is granted now:\n");
identity("access");
console.log(`
What to do next:
  1. Edit catalog/aws-sso.yaml and run "npx identity validate", then "npm start" again: it shows and applies the
     difference. A change that takes much away is held by a guard: "npm start -- --allow removals" says that it is meant.
  2. Look at the sandbox with the AWS CLI or any SDK: "npx identity sandbox" prints the endpoint.
  3. For your own organization: put your accounts into catalog/accounts.yaml, sign in with the AWS CLI,
     and run "npx identity preflight", then "npx identity deploy". See docs/getting-started.md.`);
