import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this project's package.json: the same whether the code runs from `src` or from `dist/src`. */
export const projectFolder = nearestPackage(import.meta.dirname);

function nearestPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return folder;
  return nearestPackage(dirname(folder));
}
