const mostOfAPolicy = 20;
const longest = 128;

/**
 * True when a wrong name, the `index`th of its policy, gets a suggestion: each is compared with every name
 * AWS has, which takes too long for thousands of them, or for very long ones.
 */
export function isSuggestible(name: string, index: number): boolean {
  return index < mostOfAPolicy && name.length <= longest;
}
