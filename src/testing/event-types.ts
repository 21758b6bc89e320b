import { eventTypeOf } from '../kernel/events/event-type.js';
import type { Database } from '../kernel/database/database.js';
import { nounByName } from '../kernel/model/registry.js';

interface Told {
  type: string;
  kind: string;
  subject_type: string;
  data: unknown;
}

/** One event of each type, subject and set of data fields that the database holds. */
const KINDS = `
  select distinct on ("type", "subject_type", "fields") "type", "kind", "subject_type", "data"
  from (select *, (select array_agg(key order by key) from jsonb_object_keys("data") key) as "fields" from "history_entry") "h"
  order by "type", "subject_type", "fields"`;

/** Fails when the history holds an event that no declaration allows: an unknown type, another subject, other data. */
export async function checkEventTypes(database: Database): Promise<void> {
  const { rows } = await database.pool.query<Told>(KINDS);
  const faults = rows.flatMap(faultsOf);
  if (faults.length > 0) throw new Error(`Events that are not as declared:\n- ${faults.join('\n- ')}`);
}

function faultsOf({ type, kind, subject_type, data }: Told): string[] {
  const declared = eventTypeOf(type);
  if (!declared) return [`${type} is not declared`];
  const faults: string[] = [];
  if (declared.kind !== kind) faults.push(`${type} is a ${kind}`);
  const subject = prototypeOf(subject_type);
  const fits = (name: string) => subject === prototypeOf(name) || subject instanceof nounByName(name)!.target;
  if (!declared.subjects.some(fits)) faults.push(`${type} happened to a ${subject_type}`);
  const { error } = declared.data.safeParse(data);
  for (const issue of error?.issues ?? [])
    faults.push(`${type}: data ${issue.path.join('.')} ${issue.message} (${JSON.stringify(data).slice(0, 300)})`);
  return faults;
}

const prototypeOf = (name: string) => nounByName(name)!.target.prototype as object;
