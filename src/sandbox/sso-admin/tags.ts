import type {
  ListTagsForResourceRequest,
  ListTagsForResourceResponse,
  TagResourceRequest,
  TagResourceResponse,
  UntagResourceRequest,
  UntagResourceResponse,
} from "@aws-sdk/client-sso-admin";
import type { Checked, Context } from "../service/operation.js";
import { page } from "../service/page.js";
import type { Tags } from "../world/world.js";
import { findInstance, notFound, paging } from "./find.js";
import { tagsFrom } from "./tag-list.js";

interface Taggable {
  tags: Tags;
}

export function tagResource(context: Context, input: Checked<TagResourceRequest>): TagResourceResponse {
  const resource = find(context, input);
  resource.tags = tagsFrom(resource.tags, input.Tags);
  return {};
}

export function untagResource(context: Context, input: Checked<UntagResourceRequest>): UntagResourceResponse {
  const resource = find(context, input);
  resource.tags = Object.fromEntries(
    Object.entries(resource.tags).filter(([key]) => !input.TagKeys.includes(key)),
  );
  return {};
}

export function listTags(
  context: Context,
  input: Checked<ListTagsForResourceRequest>,
): ListTagsForResourceResponse {
  const tags = Object.entries(find(context, input).tags).map(([Key, Value]) => ({ Key, Value }));
  const { items, next } = page(context, input, tags, (tag) => tag.Key, paging);
  return { Tags: items, ...next };
}

/** The instance or the permission set; the sandbox has no applications and token issuers. */
function find(
  context: Context,
  input: { readonly InstanceArn?: string | undefined; readonly ResourceArn: string },
): Taggable {
  const { instance, permissionSets } = context.world;
  findInstance(context, input.InstanceArn ?? instance.arn);
  if (input.ResourceArn === instance.arn) return instance;
  const set = permissionSets[input.ResourceArn];
  if (set === undefined) throw notFound(`Resource ${input.ResourceArn} was not found.`);
  return set;
}
