#!/usr/bin/env node
import { nodeShell } from "./node-shell.js";
import { run } from "./program.js";

process.exitCode = await run(nodeShell(), process.argv.slice(2));
