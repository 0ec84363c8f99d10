/** A Terraform state backend that people reach through permission sets. */
export interface StateBackend {
  /** Appended to the names of its sets: "" for the main one, "-Plat" for an additional one. */
  readonly suffix: string;
  readonly bucketArn: string;
  readonly roleArn: string;
  /** Null when the backend has no lock table. */
  readonly tableArn: string | null;
}

/** All that the stock permission sets depend on. */
export interface StockFacts {
  readonly partition: string;
  readonly sessionDuration: string | null;
  /** The component's tags. */
  readonly tags: Readonly<Record<string, string>>;
}
