import type { AccountStatus } from "./directory.js";

/** A root or an OU, with the way to it. */
export interface Container {
  readonly id: string;
  /** As in `Account.ou`. */
  readonly path: string;
  /** Ids from the root to this one. */
  readonly ids: readonly string[];
}

/** The container of all others. */
export function rootContainer(id: string): Container {
  return { id, path: "/", ids: [id] };
}

/** An OU directly inside a container. */
export function childContainer(parent: Container, id: string, name: string): Container {
  const written = name.replaceAll("%", "%25").replaceAll("/", "%2F");
  const path = parent.path === "/" ? `/${written}` : `${parent.path}/${written}`;
  return { id, path, ids: [...parent.ids, id] };
}

const statuses: ReadonlySet<string> = new Set<AccountStatus>([
  "PENDING_ACTIVATION",
  "ACTIVE",
  "SUSPENDED",
  "PENDING_CLOSURE",
  "CLOSED",
]);

/**
 * `State` tells more than `Status`, which AWS retires; either may be absent. A state this program does not
 * know counts as SUSPENDED, so that nothing is granted there.
 */
export function accountStatus(state: string | undefined, status: string | undefined): AccountStatus {
  const said = state ?? status ?? "";
  return isStatus(said) ? said : "SUSPENDED";
}

function isStatus(text: string): text is AccountStatus {
  return statuses.has(text);
}
