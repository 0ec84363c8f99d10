import { inlinePolicy } from "./inline-policy.js";
import { type JsonSchema, mapOf, names, record, text } from "./json-schema.js";
import { managedPolicyNames, sessionLengths } from "./vocabularies.js";

const customerManagedPolicy: JsonSchema = {
  anyOf: [
    { type: "string", minLength: 1 },
    record(
      {
        name: text("Name of the policy: 1 to 128 of `A-Z a-z 0-9 _ + = , . @ -`", { minLength: 1 }),
        path: text("Path of the policy. It begins and ends with `/`.", { default: "/" }),
      },
      "A policy by name and path.",
      { required: ["name"] },
    ),
  ],
  description: "A customer managed policy, by name or as `{name, path}`.",
  editor: { define: "customerManagedPolicy" },
};

const managedPolicy: JsonSchema = text("AWS managed policy, by name, path and name, or ARN.", {
  minLength: 1,
  editor: { define: "managedPolicy", suggest: managedPolicyNames },
});

const boundary: JsonSchema = record(
  {
    managed_policy: managedPolicy,
    customer_managed_policy: customerManagedPolicy,
  },
  "The most the set can allow: exactly one of the two keys.",
);

/** What may stand in the place of a policy; `withPolicyFiles` puts the file's there. */
const policyFile: JsonSchema = record(
  {
    file: text(
      "Instead of all other keys, a file with the policy in JSON or YAML, by its path from the catalog's folder.",
      {
        minLength: 1,
        examples: ["policies/deploy.json"],
      },
    ),
  },
  "A policy in a file of its own.",
  { required: ["file"] },
);

/** `permission_sets`: our own sets, or fields of stock sets to override. */
export const permissionSets: JsonSchema = mapOf(
  "set",
  record(
    {
      description: text("What the set is for: 1 to 700 characters of Latin-1."),
      managed_policies: names("AWS managed policies, by name (the path is found), path and name, or ARN.", {
        items: managedPolicy,
      }),
      customer_managed_policies: {
        type: "array",
        items: customerManagedPolicy,
        description: "Policies of your own, that exist in every account the set is assigned in.",
        default: [],
      },
      inline_policy: {
        ...inlinePolicy,
        description: "An IAM policy document, or `{file: PATH}`. At most 10,240 bytes without white space.",
        editor: { or: policyFile },
      },
      permissions_boundary: boundary,
      session_duration: text(
        'How long a session lasts: an ISO-8601 duration from `PT1H` to `PT12H`. `""` is AWS\'s default. A stock set keeps its own.',
        { default: "PT1H", examples: ["PT4H"], editor: { suggest: sessionLengths } },
      ),
      relay_state: text('Console URL to open after sign-in, of at most 240 characters. `""` is none.', {
        default: "",
      }),
      tags: {
        type: "object",
        propertyNames: { title: "tag" },
        additionalProperties: { type: "string" },
        description: "Tags of the set, over the tags of the component.",
        default: {},
      },
    },
    "One permission set. The name of a stock set overrides the fields given and keeps the rest.",
  ),
  "Your own permission sets, and changes to stock ones. A name has 1 to 32 of `A-Z a-z 0-9 _ + = , . @ -`",
);
