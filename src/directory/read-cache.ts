/**
 * Answers of AWS kept from a reading that broke off, so that the next one need not ask again. How long they are
 * good is for whoever keeps them to say.
 */
export interface ReadCache {
  /** The text that was put under the key, or null. */
  get(key: string): string | null;
  put(key: string, text: string): void;
}
