import { randomBytes, randomUUID } from "node:crypto";

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** `length` lower-case hexadecimal digits. */
export function hex(length: number): string {
  return randomBytes(Math.ceil(length / 2))
    .toString("hex")
    .slice(0, length);
}

/** `length` lower-case letters and digits. */
export function alphanumeric(length: number): string {
  return Array.from(randomBytes(length), (byte) => letters[byte % letters.length]).join("");
}

/** A new id of a group, user or membership: the identity store's own digits, then a UUID. */
export function identityStoreMemberId(identityStoreId: string): string {
  return `${identityStoreId.replace(/^d-/, "")}-${randomUUID()}`;
}

/** A new permission set's ARN within the instance. */
export function permissionSetArn(instanceArn: string): string {
  return `arn:aws:sso:::permissionSet/${instanceArn.split("/")[1]}/ps-${hex(16)}`;
}
