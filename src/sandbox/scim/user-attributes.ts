/** The extension with department, manager and the like. */
export const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** Attributes of a user that are text. */
export const texts = [
  ...(["nickName", "profileUrl", "title", "userType", "preferredLanguage", "locale", "timezone"] as const),
] as const;

/** Attributes that are lists in SCIM, of which AWS takes one value. */
export const lists = ["emails", "addresses", "phoneNumbers", "roles"] as const;

/** Attributes of SCIM that AWS refuses. */
export const others = ["ims", "photos", "x509Certificates", "entitlements", "password", "groups"] as const;
