import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  UntagResourceRequest,
} from "@aws-sdk/client-organizations";
import { quotas } from "../quotas.js";
import { failure } from "../service/failure.js";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { Tags } from "../world/world.js";
import { isParent, paging } from "./find.js";

export function listTags(
  context: Context,
  input: Checked<ListTagsForResourceRequest>,
): ListTagsForResourceResponse {
  const tags = Object.entries(tagsOf(context, input.ResourceId)).map(([Key, Value]) => ({ Key, Value }));
  const paged = { ...paging, size: quotas.tagsPerResource };
  const { items, next } = page(context, input, tags, (tag) => tag.Key, paged);
  return { Tags: items, ...next };
}

export function tagResource(context: Context, input: Checked<TagResourceRequest>): object {
  const added = input.Tags.map((tag): [string, string] => [tag.Key ?? "", tag.Value ?? ""]);
  const all = Object.fromEntries([...Object.entries(tagsOf(context, input.ResourceId)), ...added]);
  if (Object.keys(all).length > quotas.tagsPerResource) {
    const members = { Reason: "MAX_TAG_LIMIT_EXCEEDED" };
    const message = `A resource has at most ${quotas.tagsPerResource} tags.`;
    throw failure("ConstraintViolationException", message, members);
  }
  context.world.organization.tags[input.ResourceId] = all;
  return {};
}

export function untagResource(context: Context, input: Checked<UntagResourceRequest>): object {
  const rest = Object.entries(tagsOf(context, input.ResourceId)).filter(
    ([key]) => !input.TagKeys.includes(key),
  );
  context.world.organization.tags[input.ResourceId] = Object.fromEntries(rest);
  return {};
}

/** The tags of an account, an OU or the root. */
function tagsOf(context: Context, id: string): Tags {
  const { accounts, tags } = context.world.organization;
  if (!Object.hasOwn(accounts, id) && !isParent(context, id)) {
    throw failure("TargetNotFoundException", `There is no account, root or organizational unit ${id}.`);
  }
  return tags[id] ?? {};
}
