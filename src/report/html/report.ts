import { createHash } from "node:crypto";
import { visible } from "../../diagnostic/visible.js";
import { htmlText, scriptJson } from "./escape.js";
import type { ReportInput } from "./input.js";
import { noScript } from "./no-script.js";
import { pageData } from "./page-data.js";
import { pageScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";
import { dataTags } from "./read-page.js";

/**
 * The access report as one file: it loads nothing, and its policy lets nothing run but the script that came
 * with it, whatever names the data has.
 */
export function reportHtml(input: ReportInput): string {
  const title = htmlText(visible(input.title));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<div id="app"><h1 class="bare"><bdi>${title}</bdi></h1></div>
${noScript(input.grants)}
${dataTags[0]}${scriptJson(pageData(input))}${dataTags[1]}
<script>${pageScript}</script>
</body>
</html>
`;
}

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
