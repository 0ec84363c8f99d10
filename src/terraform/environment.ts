export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment Terraform runs in: the caller's, made fit for a program. `TF_CLI_ARGS*` is left out,
 * for it would add flags (`-target`, `-destroy`) to commands that were checked without them.
 */
export function terraformEnvironment(env: Environment, dataDir: string): Environment {
  const kept = Object.entries(env).filter(([name]) => !name.startsWith("TF_CLI_ARGS"));
  return {
    ...Object.fromEntries(kept),
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    TF_DATA_DIR: dataDir,
  };
}
