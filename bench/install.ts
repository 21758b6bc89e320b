import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder, projectFolder } from './folders.ts';

/** Installs the rivals at first, and builds the project. What npm prints goes to stderr: stdout is for the figures. */
export function install(): void {
  if (!existsSync(join(benchFolder, 'node_modules'))) npm(['ci', '--prefix', benchFolder]);
  npm(['run', '-s', 'build']);
}

function npm(args: string[]): void {
  const { status } = spawnSync('npm', args, { cwd: projectFolder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed.`);
}
