import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../kernel/config/project-folder.js';
import type { Example } from '../graph/http/index.js';

/** The documents of `schema/operations`, for the explorer's tabs; variables stand beside them in `<name>.variables.json`. */
export async function loadExamples(): Promise<Example[]> {
  const folder = join(projectFolder, 'schema', 'operations');
  const files = (await readdir(folder)).filter((file) => file.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const name = file.replace('.graphql', '');
      const query = await readFile(join(folder, file), 'utf8');
      const variables = await readFile(join(folder, `${name}.variables.json`), 'utf8').catch(() => undefined);
      return { name, query, ...(variables ? { variables: JSON.parse(variables) as Record<string, unknown> } : {}) };
    }),
  );
}
