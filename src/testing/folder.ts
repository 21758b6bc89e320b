import { chmod, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { setting } from './setting.js';

/** Creates an empty folder for files that a test writes; removed with everything in it when the run ends. */
export async function createTestFolder(): Promise<string> {
  const folder = await mkdtemp(join(setting('SWITCHBOARD_TEST_FOLDER'), 'files-'));
  await chmod(folder, 0o755);
  return folder;
}
