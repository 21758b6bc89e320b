import { open } from 'node:fs/promises';
import { devNull } from 'node:os';

/** Writes a part of some bytes at a position of a file, as `FileHandle.write` does; answers how many were written. */
export type FileWrite = (
  bytes: Buffer,
  offset: number,
  length: number,
  position: number,
) => Promise<{ bytesWritten: number }>;

/**
 * Does something while all writes to opened files go another way, as over a disk that is full.
 * @param way the write instead; the real one is given to it, for the same file
 */
export async function whileWriting<T>(
  way: (write: FileWrite, ...args: Parameters<FileWrite>) => ReturnType<FileWrite>,
  work: () => Promise<T>,
): Promise<T> {
  const handle = await open(devNull);
  await handle.close();
  const prototype = Object.getPrototypeOf(handle) as { write: FileWrite };
  const { write } = prototype;
  prototype.write = function (this: unknown, ...args) {
    return way((...given) => write.apply(this, given), ...args);
  };
  try {
    return await work();
  } finally {
    prototype.write = write;
  }
}
