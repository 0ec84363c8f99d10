// npm start: the whole way from the catalog to applied access, on a local AWS endpoint.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));
const identity = (...args) => spawnSync(process.execPath, [main, ...args], { stdio: "inherit" }).status ?? 1;

console.log("Deploying catalog/aws-sso.yaml to a sandbox: a local AWS endpoint, with a state of its own.\n");
const deployed = identity("deploy", "--sandbox", "--auto-approve");
if (deployed !== 0) process.exit(deployed);

console.log("\nWhat is granted now:\n");
identity("access");
console.log(`
What to do next:
  1. Edit catalog/aws-sso.yaml and run "npx identity validate", then "npm start" again: it shows and applies the difference.
  2. Look at the sandbox with the AWS CLI or any SDK: "npx identity sandbox" prints the endpoint.
  3. For your own organization: put your accounts into catalog/accounts.yaml, sign in with the AWS CLI,
     and run "npx identity preflight", then "npx identity deploy". See docs/getting-started.md.`);
