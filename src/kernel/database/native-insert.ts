import type { EntityManager } from '@mikro-orm/postgresql';

/** One insert that does not go through the unit of work, with `?` for its values; always the same text for one purpose. */
export interface NativeInsert {
  text: string;
  values: readonly unknown[];
}

/** Makes several inserts in one statement: each way to the server costs more than what it does there. */
export async function insertTogether(em: EntityManager, inserts: readonly (NativeInsert | undefined)[]): Promise<void> {
  const wanted = inserts.filter((insert) => insert !== undefined);
  const last = wanted.pop();
  if (!last) return;
  const before = wanted.map(({ text }, index) => `"w${index}" as (${text})`);
  const text = before.length > 0 ? `with ${before.join(', ')} ${last.text}` : last.text;
  await em.execute(
    text,
    [...wanted, last].flatMap(({ values }) => values),
  );
}
