import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../kernel/config/project-folder.js';

/** The compiled program, as it is deployed. */
export interface Build {
  /** Path of its main file. */
  main: string;
  remove(): Promise<void>;
}

/** Compiles the program into a folder of its own, as `npm run build` does, so that what is tested is what stands in the sources. */
export async function buildProgram(): Promise<Build> {
  const folder = join('.data', `test-build-${randomBytes(4).toString('hex')}`);
  const swc = join(projectFolder, 'node_modules', '@swc', 'cli', 'bin', 'swc.js');
  const options = ['src', 'plugins', 'seeds', '-d', folder, '--quiet', '--ignore', '**/*.test.ts'];
  await promisify(execFile)(process.execPath, [swc, ...options], { cwd: projectFolder });
  const path = join(projectFolder, folder);
  return { main: join(path, 'src', 'main.js'), remove: () => rm(path, { recursive: true, force: true }) };
}
