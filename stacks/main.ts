// The entry of cdktf.json: what "cdktf synth", "cdktf diff" and "cdktf deploy" run.
import { nodeShell } from "../src/cli/node-shell.js";
import { run } from "../src/cli/program.js";

process.exitCode = await run(nodeShell(), ["synth", "--out", process.env["CDKTF_OUTDIR"] ?? "cdktf.out"]);
