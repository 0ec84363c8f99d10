import { boolean, document, integer, list, structure, text, union } from "../shape/shape.js";

// Facts of the API model of identitystore (2020-06-15): lengths, patterns and members.

const word = "\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}";
const id = "([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}";

export const identityStoreId = text(
  1,
  36,
  "d-[0-9a-f]{10}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
);
export const resourceId = text(1, 47, id);
export const groupName = text(1, 1024, `[${word}\\t\\n\\r \\u00a0]+`);
export const sensitive = text(1, 1024, `[${word}\\t\\n\\r \\u00a0\\u3000]+`);
export const userName = text(1, 128, `[${word}]+`);
export const attributePath = text(
  1,
  255,
  "(?:\\p{L}+:\\p{L}+:\\p{L}+(?:\\.\\p{L}+){0,3}|\\p{L}+(?:\\.\\p{L}+){0,2})",
);
export const memberId = union({ UserId: resourceId });
export const paging = { MaxResults: integer(1, 100), NextToken: text(1, 65_535, "[\\-a-zA-Z0-9+=/:_]*") };
export const filters = list(structure({ AttributePath: attributePath, AttributeValue: sensitive }), 0, 1);
export const alternateIdentifier = union({
  ExternalId: structure({ Issuer: text(1, 256, `[${word}]+`), Id: text(1, 256, `[${word}]+`) }),
  UniqueAttribute: structure({ AttributePath: attributePath, AttributeValue: document }),
});
export const attributeOperations = list(
  structure({ AttributePath: attributePath }, { AttributeValue: document }),
  1,
  100,
);
export const extensionNames = list(text(1, 50, "aws:identitystore:[a-z]{1,20}"), 1, 10);

const typed = { Value: sensitive, Type: sensitive, Primary: boolean };
const entry = list(structure({}, typed), 1, 1);

/** The members of CreateUser beside its names; kept as they are sent. */
export const userAttributes = {
  Name: structure(
    {},
    {
      Formatted: sensitive,
      FamilyName: sensitive,
      GivenName: sensitive,
      MiddleName: sensitive,
      HonorificPrefix: sensitive,
      HonorificSuffix: sensitive,
    },
  ),
  NickName: sensitive,
  ProfileUrl: sensitive,
  Emails: entry,
  Addresses: list(
    structure(
      {},
      {
        StreetAddress: sensitive,
        Locality: sensitive,
        Region: sensitive,
        PostalCode: sensitive,
        Country: sensitive,
        Formatted: sensitive,
        Type: sensitive,
        Primary: boolean,
      },
    ),
    1,
    1,
  ),
  PhoneNumbers: entry,
  UserType: sensitive,
  Title: sensitive,
  PreferredLanguage: sensitive,
  Locale: sensitive,
  Timezone: sensitive,
  Photos: list(
    structure({ Value: sensitive }, { Type: sensitive, Display: sensitive, Primary: boolean }),
    1,
    3,
  ),
  Website: sensitive,
  Birthdate: sensitive,
  Roles: entry,
  Extensions: document,
};
