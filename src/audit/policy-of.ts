import { isObject, type PolicyJson } from "../policy/policy-json.js";

/** The document in a text that AWS keeps; null when it is no JSON object. */
export function policyOf(text: string): PolicyJson | null {
  try {
    const policy: unknown = JSON.parse(text);
    return isObject(policy) ? policy : null;
  } catch {
    return null;
  }
}
