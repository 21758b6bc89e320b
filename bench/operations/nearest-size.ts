import type { Source, Variables } from './operation.ts';

const ASKED = 3_000;
const KEPT = 400;

/** Customers whose answers to a document are nearest to a size in bytes, so that the view measured is of that size whatever the data. */
export async function nearestSize(document: string, bytes: number, { sample, ask }: Source): Promise<Variables[]> {
  const found: { code: string; distance: number }[] = [];
  for (const code of sample.codes.slice(0, ASKED)) {
    const size = Buffer.byteLength(JSON.stringify(await ask(document, { code })));
    found.push({ code, distance: Math.abs(size - bytes) });
  }
  found.sort((one, other) => one.distance - other.distance);
  return found.slice(0, KEPT).map(({ code }) => ({ code }));
}
