/** How much of one quota of Identity Center is used, at the place where most of it is. */
export interface QuotaUse {
  /** In the words of AWS's page: "permission sets per account". */
  readonly quota: string;
  readonly used: number;
  readonly limit: number;
  /** Of 100, rounded down. */
  readonly percent: number;
  /** Where: the name of an account, a permission set or both; null for the whole instance. */
  readonly subject: string | null;
  /** The same by id and name, for programs. */
  readonly place: { readonly accountId?: string; readonly permissionSet?: string };
  /** True when AWS raises it on request. */
  readonly raisable: boolean;
  /** What reaches the limit next, as a sentence. */
  readonly next: string;
}

/** True when more than 80 % is used: time to ask for more, or for less. */
export function isNearlyFull({ used, limit }: Pick<QuotaUse, "used" | "limit">): boolean {
  return used * 100 > limit * 80;
}
