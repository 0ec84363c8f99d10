/**
 * What Terraform makes of a template that holds only escapes and quoted literals, such as `$${` and
 * `${"["}`. Anything else that Terraform would evaluate is an error here.
 */
export function evaluateTemplate(template: string): string {
  let text = "";
  for (let rest = template; rest !== ""; ) {
    const [whole, sign, literal] = /^(?:([$%])\1\{|\$\{"([^"\\$%]*)"\})/.exec(rest) ?? [];
    if (whole === undefined && /^[$%]\{/.test(rest)) throw new Error(`Terraform would evaluate ${rest}`);
    text += sign !== undefined ? `${sign}{` : (literal ?? rest.slice(0, 1));
    rest = rest.slice(whole?.length ?? 1);
  }
  return text;
}
