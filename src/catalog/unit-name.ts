const id = /^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$/;

/** True for the id of an organizational unit or root, and for a path of names from the root. */
export function isUnitName(text: string): boolean {
  return id.test(text) || text === "/" || /^(\/[^/]+)+$/.test(text);
}
