/** `1 grant`, `2 grants` */
export function counted(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? "" : "s"}`;
}
