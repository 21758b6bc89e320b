import { createHash } from 'node:crypto';
import type { CallContext } from '../../kernel/database/context.js';
import { evaluateRule } from '../../kernel/rules/index.js';
import { CustomerSegment, SegmentDimension, SegmentStatus } from '../customer/index.js';
import type { CustomerFacts } from './customer-facts.js';
import { Alike, picked, readingOf, type RuleReading } from './rule-reading.js';
import { newSegment } from './segment.service.js';

/** Most classes that the values of one expression make; customers with further values are in none. */
export const MOST_CLASSES = 2000;

const CODE = 60;
const NAME = 200;

/** The classes of a dimension whose expression makes them: one of each value, made when it is first found (CUS-69). */
export class ValueClasses {
  /** Key of the segment by value; null for a value without one. */
  private readonly known = new Map<string, string | null>();
  private readonly reading: RuleReading;
  private readonly alike: Alike<string | null>;

  constructor(
    private readonly context: CallContext,
    private readonly dimension: SegmentDimension,
  ) {
    this.reading = readingOf([dimension.expression!]);
    this.alike = new Alike(this.reading.steady);
  }

  /** Texts of the rules that it evaluates. */
  get rules(): string[] {
    return [this.dimension.expression!, this.dimension.labelExpression ?? ''];
  }

  /** Keys of the segments of these customers, by theirs; null for those of whom the expression tells nothing. */
  async of(batch: readonly CustomerFacts[]): Promise<(readonly [string, string | null])[]> {
    const values = batch.map((facts) => ({ facts, value: this.valueOf(facts) }));
    const fresh = new Map<string, string>();
    for (const { facts, value } of values)
      if (value !== null && !this.known.has(value) && !fresh.has(value)) fresh.set(value, this.nameOf(value, facts));
    if (fresh.size > 0) await this.make(fresh);
    return values.map(({ facts, value }) => [facts.id, value === null ? null : (this.known.get(value) ?? null)]);
  }

  private valueOf({ variables }: CustomerFacts): string | null {
    const values = picked(variables, this.reading);
    return this.alike.of(values, () => textOf(this.dimension.expression!, values));
  }

  private nameOf(value: string, facts: CustomerFacts): string {
    const { labelExpression } = this.dimension;
    return ((labelExpression && textOf(labelExpression, facts.variables)) || value).slice(0, NAME);
  }

  /** Finds the segments of values, or makes them; a retired one, or one of another dimension, is not used again. */
  private async make(fresh: ReadonlyMap<string, string>): Promise<void> {
    await this.context.database.write(this.context, async (tx) => {
      const codes = new Map([...fresh.keys()].map((value) => [codeOf(this.dimension.code, value), value]));
      const found = await tx.em.find(CustomerSegment, { code: { $in: [...codes.keys()] } });
      const byCode = new Map(found.map((segment) => [segment.code, segment]));
      let room = MOST_CLASSES - (await tx.em.count(CustomerSegment, { dimension: this.dimension.id }));
      for (const [code, value] of codes) {
        let segment = byCode.get(code);
        if (!segment && room-- > 0) {
          const dimension = tx.em.getReference(SegmentDimension, this.dimension.id);
          segment = tx.add(Object.assign(newSegment(tx, code, dimension), { name: fresh.get(value)! }));
          const data = { code, changes: [] };
          tx.record({ kind: 'RECORD_CHANGE', type: 'customer-segment.saved', subject: segment, data });
        }
        const usable = segment?.status === SegmentStatus.ACTIVE && segment.dimension.id === this.dimension.id;
        if (usable) segment!.condition = `(${this.dimension.expression!}) = ${JSON.stringify(value)}`;
        this.known.set(value, usable ? segment!.id : null);
      }
    });
  }
}

/** The value of an expression as text; null where it yields none, or what is no text, number or truth. */
function textOf(expression: string, variables: Readonly<Record<string, unknown>>): string | null {
  const { value } = evaluateRule(expression, variables, 'unknown');
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
  return text === '' ? null : text;
}

/** Code of the class of a value; a long one ends with a part of its hash, so that two never share one. */
function codeOf(dimension: string, value: string): string {
  const code = `${dimension}:${value}`;
  if (code.length <= CODE) return code;
  const hash = createHash('sha256').update(value).digest('hex').slice(0, 12);
  return `${code.slice(0, CODE - hash.length - 1)}~${hash}`;
}
