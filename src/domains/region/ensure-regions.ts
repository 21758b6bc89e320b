import type { CallContext } from '../../kernel/database/context.js';
import { Region, type RegionKind } from './region.js';

/** A region by its code, and by that of the region it lies in. */
export interface RegionDefinition {
  code: string;
  name: string;
  kind: RegionKind;
  /** Code of the region around it, which is known or stands earlier in the list; absent for a root. */
  parent?: string;
}

/** Adds the regions whose codes are not known yet; changes none. Safe to call from several servers at once. */
export async function ensureRegions(context: CallContext, definitions: readonly RegionDefinition[]): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('region.ensure'))`);
    const codes = definitions.flatMap(({ code, parent }) => (parent ? [code, parent] : [code]));
    const known = new Map((await tx.em.find(Region, { code: { $in: codes } })).map((region) => [region.code, region]));
    for (const { code, name, kind, parent } of definitions) {
      if (known.has(code)) continue;
      const around = parent === undefined ? null : known.get(parent);
      if (around === undefined) throw new Error(`Region ${code} lies in ${parent}, which is not known.`);
      const path = `${around?.path ?? '/'}${code}/`;
      known.set(code, tx.add(Object.assign(new Region(), { code, name, kind, parent: around, path, validity: null })));
    }
  });
}
