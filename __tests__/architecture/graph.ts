import { cruise, type ICruiseResult } from "dependency-cruiser";

/** One import: `from` and `to` are files relative to the base folder; `name` is what the import says. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly dynamic: boolean;
  readonly builtin: boolean;
}

/** Every import below `src` and `stacks` of a folder, those of types included. */
export async function importsBelow(baseDir: string): Promise<readonly Edge[]> {
  const before = process.cwd();
  try {
    const { output } = await cruise(["src", "stacks"], {
      baseDir,
      tsPreCompilationDeps: true,
      doNotFollow: { path: "node_modules" },
    });
    return (output as ICruiseResult).modules.flatMap((module) =>
      module.dependencies.map((d) => ({
        from: module.source,
        to: d.resolved,
        name: d.module,
        dynamic: d.dynamic,
        builtin: d.coreModule,
      })),
    );
  } finally {
    process.chdir(before);
  }
}
