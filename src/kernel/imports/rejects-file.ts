import { access, constants, type FileHandle, open, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Finding, FINDING_HEADER, findingLine } from './finding.js';
import { ImportError } from './import.error.js';

/** The CSV file that says which rows were not loaded, or not as they stand, and why. Exists only when there is something to say. */
export class RejectsFile {
  private file: FileHandle | undefined;
  private pending = '';

  private constructor(readonly path: string) {}

  /**
   * Chooses the path: the given one, or `<input>.rejects.csv` beside the input, or in the current folder when that one is read-only.
   * What an earlier run left there is removed.
   */
  static async beside(input: string, given?: string): Promise<RejectsFile> {
    const name = `${basename(input)}.rejects.csv`;
    const writable = await access(dirname(input), constants.W_OK).then(
      () => true,
      () => false,
    );
    const path = resolve(given ?? (writable ? join(dirname(input), name) : name));
    if (path === resolve(input))
      throw new ImportError('REJECTS_FILE', 'The rejected rows cannot be written over the input; name another file.');
    await rm(path, { force: true }).catch((error: Error) => fail(path, error));
    return new RejectsFile(path);
  }

  add(finding: Finding): void {
    this.pending += findingLine(finding);
  }

  /** Writes what was added since the last call. */
  async flush(): Promise<void> {
    if (!this.pending) return;
    try {
      const text = this.file ? this.pending : FINDING_HEADER + this.pending;
      this.file ??= await open(this.path, 'w');
      await this.file.write(text);
      this.pending = '';
    } catch (error) {
      fail(this.path, error as Error);
    }
  }

  /** @returns the path, when something was written. */
  async close(): Promise<string | undefined> {
    await this.flush();
    await this.file?.close();
    return this.file ? this.path : undefined;
  }
}

function fail(path: string, error: Error): never {
  throw new ImportError(
    'REJECTS_FILE',
    `The file for rejected rows, ${path}, cannot be written (${error.message}); name another one with --rejects.`,
  );
}
