import fc from "fast-check";

/** What is not as it should be in Markdown of ours, read as GitHub reads it: line by line. */
export function faultsOf(markdown: string): readonly string[] {
  const faults: string[] = [];
  let fence: string | null = null;
  let depth = 0;
  let previous = "";
  let columns = 0;
  for (const line of markdown.split("\n")) {
    const ticks = /^ {0,3}(`{3,})/.exec(line)?.[1] ?? "";
    if (fence !== null) {
      if (ticks.length >= fence.length && line.trim() === ticks) fence = null;
    } else if (ticks !== "") {
      fence = ticks;
      if (previous !== "") faults.push(`no empty line before ${line}`);
    } else {
      if (line === "<details>") depth++;
      if (line === "</details>") depth--;
      if (depth < 0 || depth > 1) faults.push(`${depth} open details`);
      if (line === "</details>" && previous !== "") faults.push("no empty line before </details>");
      const isRow = line.startsWith("|");
      if (isRow && !previous.startsWith("|")) columns = line.split("|").length;
      if (isRow && line.split("|").length !== columns) faults.push(`cells: ${line}`);
      const words = (isRow ? line.replaceAll("|", " ") : line)
        .replace(/^<\/?details>$|^<summary>|<\/summary>$/g, "")
        .replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
      if (/[<`|\\$~]|\]\(|^\s*#{1,2}\s/.test(words)) faults.push(`obeyed: ${words}`);
      if (/(?<![A-Za-z0-9])@[A-Za-z0-9]|(?<!&)#\d|\bGH-\d|:\/\/|www\./i.test(words))
        faults.push(`linked: ${words}`);
    }
    if (/[\u202a-\u202e\u2066-\u2069\u001b\r]/.test(line)) faults.push(`not seen: ${line}`);
    previous = line;
  }
  if (fence !== null) faults.push("a block is open");
  if (depth !== 0) faults.push("details are open");
  return faults;
}

/** What Markdown, HTML, spreadsheets and terminals obey. */
const pieces = [
  ..."`~<>|\\*_$[]()#&@:.-+ \n\r\u001b\u202eaZ0é",
  ...("😀".match(/./gu) ?? []),
  ...["```", "\n```\n", "</details>", "<summary>", "@octocat", "#1", "GH-2", "&#64;", "https://x", "www.x"],
];

/** Names as somebody would choose them who wants to break a report. */
export const hostile = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 40 });
