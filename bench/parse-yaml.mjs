// The bare parse that bench/expand.mjs compares with: node bench/parse-yaml.mjs <file>
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";

parseDocument(readFileSync(process.argv[2], "utf8"));
