import type pg from 'pg';

/** How many numbers a process reserves at a time; at most so many are lost when it ends. */
const BLOCK = 32;

interface Block {
  next: number;
  last: number;
}

/** Where numbers come from: the pool of the database. */
export interface NumberSource {
  pool: pg.Pool;
}

const blocks = new WeakMap<pg.Pool, Map<string, Promise<Block>>>();

/**
 * The next number of a sequence, from 1; a sequence exists as soon as it is named (at most 100 characters). No number is
 * handed out twice, over all processes. Numbers may be skipped: they are reserved in blocks outside of any transaction, so
 * that business operations do not queue for each other, and a transaction that fails does not give its number back.
 */
export async function takeNumber(source: NumberSource, sequence: string): Promise<number> {
  const open = blocks.get(source.pool) ?? new Map<string, Promise<Block>>();
  blocks.set(source.pool, open);
  const before = open.get(sequence);
  const current = usable(source, sequence, before);
  open.set(sequence, current);
  try {
    return (await current).next++;
  } catch (error) {
    if (open.get(sequence) === current) open.delete(sequence);
    throw error;
  }
}

/** The block that the next caller takes from; callers wait for one another only while a block is being reserved. */
async function usable(source: NumberSource, sequence: string, before: Promise<Block> | undefined): Promise<Block> {
  const block = await before?.catch(() => undefined);
  if (block && block.next <= block.last) return block;
  const first = await reserve(source, sequence, BLOCK);
  return { next: first, last: first + BLOCK - 1 };
}

/** Reserves `count` numbers in a row for bulk work and answers the first of them. */
export async function takeNumbers(source: NumberSource, sequence: string, count: number): Promise<number> {
  return reserve(source, sequence, count);
}

async function reserve(source: NumberSource, sequence: string, count: number): Promise<number> {
  const { rows } = await source.pool.query<{ last: string }>({
    name: 'number_sequence_reserve',
    text: `insert into "number_sequence" ("name", "last") values ($1, $2)
           on conflict ("name") do update set "last" = "number_sequence"."last" + excluded."last" returning "last"`,
    values: [sequence, count],
  });
  return Number(rows[0]!.last) - count + 1;
}

/** A number as people read it: prefix, then at least eight digits, such as `C4401-00000012`. */
export function formatNumber(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(8, '0')}`;
}
