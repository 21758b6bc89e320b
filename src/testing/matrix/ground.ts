import type { CallerKind, CallerValue, RowRule, Secret } from '../../kernel/access/index.js';
import { columnName } from '../../kernel/model/naming.js';
import { type NounMeta, concreteNouns, nounByName, nounFields, nounOf } from '../../kernel/model/registry.js';
import type { Rows } from '../reads/rows.js';
import type { Matrix } from './matrix.js';

export type Row = Record<string, unknown>;

/** What a caller of the matrix is, as the test has made them. */
export interface Subject {
  kind: CallerKind;
  /** True for one whose key or grants hold nothing. */
  without?: boolean;
  values: Partial<Record<CallerValue, readonly string[] | string>>;
}

/** Says over plain rows, without SQL, who sees which of them by the matrix; what the graph shows is measured against it. */
export class Ground {
  private readonly byKey = new Map<string, { noun: NounMeta; row: Row }>();
  private readonly known = new Map<Subject, Map<Row, boolean>>();

  constructor(
    private readonly matrix: Matrix,
    readonly rows: Rows,
  ) {
    for (const [name, own] of rows)
      for (const row of own)
        this.byKey.set(`${nounByName(name)!.table} ${String(row['id'])}`, { noun: nounByName(name)!, row });
  }

  /** The row of a noun, or of one of the types behind an interface. */
  find(noun: NounMeta, id: unknown): { noun: NounMeta; row: Row } | undefined {
    const found = this.byKey.get(`${noun.table} ${String(id)}`);
    return found && concreteNouns(noun).includes(found.noun) ? found : undefined;
  }

  sees(subject: Subject, noun: NounMeta, row: Row): boolean {
    if (subject.kind === 'ADMIN' || subject.kind === 'SYSTEM') return true;
    const known = this.known.get(subject) ?? new Map<Row, boolean>();
    this.known.set(subject, known);
    let seen = known.get(row);
    if (seen === undefined) known.set(row, (seen = this.admits(this.ruleOf(noun, subject.kind), subject, noun, row)));
    return seen;
  }

  private ruleOf(noun: NounMeta, kind: CallerKind): RowRule {
    return this.matrix.nouns.get(noun.name)?.rows.get(kind) ?? { rule: 'none' };
  }

  /** Whether a rule over rows of a noun admits one for a caller. */
  admits(rule: RowRule, subject: Subject, noun: NounMeta, row: Row): boolean {
    switch (rule.rule) {
      case 'all':
        return true;
      case 'none':
        return false;
      case 'values':
        return rule.values.includes(String(row[columnName(rule.field)]));
      case 'any':
        return rule.of.some((part) => this.admits(part, subject, noun, row));
      case 'confided': {
        const shown = subject.values.verifiedCustomerIds;
        const key = row[`${columnName(rule.field)}_id`] ?? this.heirOf(rule.secret, row[columnName(rule.field)]);
        const { noun: secrets, by, field, values } = rule.secret;
        const asked = this.rows
          .get(nounOf(secrets).name)!
          .some(
            (secret) => secret[`${columnName(by)}_id`] === key && values.includes(String(secret[columnName(field)])),
          );
        const confided = !asked || key == null || shown === undefined || shown.includes(key as string);
        return confided && this.admits(rule.of, subject, noun, row);
      }
      case 'match':
        return this.matches(rule.path, rule.value, subject, noun, row);
      case 'via': {
        const target = referenced(noun, rule.field);
        if (concreteNouns(target).every((each) => this.ruleOf(each, subject.kind).rule === 'all')) return true;
        const found = this.find(target, row[`${columnName(rule.field)}_id`]);
        return found !== undefined && this.sees(subject, found.noun, found.row);
      }
      case 'through': {
        const found = this.find(referenced(noun, rule.field), row[`${columnName(rule.field)}_id`]);
        return found !== undefined && this.admits(rule.of, subject, found.noun, found.row);
      }
      case 'among': {
        const source = nounOf(rule.noun);
        const given = (other: Row) =>
          this.admits(rule.of, subject, source, other) && !this.admits(rule.besides, subject, source, other);
        const column = `${columnName(rule.field)}_id`;
        return this.rows.get(source.name)!.some((other) => other[column] === row['id'] && given(other));
      }
      case 'acting': {
        const { subject: employeeNo, organisationPath = '' } = subject.values;
        const code = String(row[columnName(rule.code)]);
        const named = row[columnName(rule.kind)];
        if (named === 'EMPLOYEE') return code === employeeNo;
        return named === 'ORGANIZATION' && String(organisationPath).split('/').includes(code);
      }
      case 'referrer': {
        const column = `${columnName(rule.field)}_id`;
        return concreteNouns(nounOf(rule.noun)).some((source) =>
          this.rows.get(source.name)!.some((other) => other[column] === row['id'] && this.sees(subject, source, other)),
        );
      }
    }
  }

  /** Who has taken the place of the one with a plain key, which no merge has moved. */
  private heirOf({ noun, by }: Secret, key: unknown): unknown {
    const owner = referenced(nounOf(noun), by);
    const found = this.find(owner, key);
    return (owner.forwardedBy && found?.row[`${columnName(owner.forwardedBy)}_id`]) ?? key;
  }

  private matches(path: readonly string[], value: CallerValue, subject: Subject, noun: NounMeta, row: Row): boolean {
    const [field, ...rest] = path as [string, ...string[]];
    if (rest.length) {
      const found = this.find(referenced(noun, field), row[`${columnName(field)}_id`]);
      return found !== undefined && this.matches(rest, value, subject, found.noun, found.row);
    }
    const column = nounFields(noun).get(field)?.kind === 'one' ? `${columnName(field)}_id` : columnName(field);
    const own = [subject.values[value] ?? []].flat();
    return row[column] !== null && own.includes(row[column] as string);
  }
}

function referenced(noun: NounMeta, field: string): NounMeta {
  const meta = nounFields(noun).get(field);
  if (meta?.kind !== 'one') throw new Error(`${noun.name}.${field} is no reference.`);
  return nounOf(meta.target());
}
