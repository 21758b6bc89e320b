import type { RowRule } from '../../kernel/access/index.js';
import { nounByName, nounOf } from '../../kernel/model/registry.js';

/** A rule for rows as one line of the matrix, such as `any(match(region regionIds), referrer(Customer.party))`. */
export function ruleText(rule: RowRule): string {
  switch (rule.rule) {
    case 'all':
    case 'none':
      return rule.rule;
    case 'match':
      return `match(${rule.path.join('.')} ${rule.value})`;
    case 'via':
      return `via(${rule.field})`;
    case 'through':
      return `through(${rule.field}, ${ruleText(rule.of)})`;
    case 'referrer':
      return `referrer(${nounOf(rule.noun).name}.${rule.field})`;
    case 'among': {
      const [of, besides] = [ruleText(rule.of), ruleText(rule.besides)];
      return `among(${nounOf(rule.noun).name}.${rule.field}, ${of}, ${besides})`;
    }
    case 'acting':
      return `acting(${rule.kind} ${rule.code})`;
    case 'values':
      return `values(${rule.field} ${rule.values.join('|')})`;
    case 'confided': {
      const { noun, by, field, values } = rule.secret;
      return `confided(${rule.field}, ${nounOf(noun).name}.${by}, ${field} ${values.join('|')}, ${ruleText(rule.of)})`;
    }
    case 'any':
      return `any(${rule.of.map(ruleText).join(', ')})`;
  }
}

/** The rule that a line of the matrix says. */
export function ruleOf(text: string): RowRule {
  if (text === 'all' || text === 'none') return { rule: text };
  const [, name, inside] = /^(\w+)\((.*)\)$/.exec(text) ?? [];
  if (!name || inside === undefined) throw new Error(`"${text}" is no rule.`);
  const [first, second] = inside.split(' ') as [string, string];
  switch (name) {
    case 'match':
      return { rule: 'match', path: first.split('.'), value: second as never };
    case 'via':
      return { rule: 'via', field: inside };
    case 'through': {
      const [field, of] = parts(inside) as [string, string];
      return { rule: 'through', field, of: ruleOf(of) };
    }
    case 'referrer': {
      const [noun, field] = inside.split('.') as [string, string];
      return { rule: 'referrer', noun: nounByName(noun)!.target, field };
    }
    case 'among': {
      const [source, of, besides] = parts(inside) as [string, string, string];
      const [noun, field] = source.split('.') as [string, string];
      const rules = { of: ruleOf(of), besides: ruleOf(besides) };
      return { rule: 'among', noun: nounByName(noun)!.target, field, ...rules };
    }
    case 'acting':
      return { rule: 'acting', kind: first, code: second };
    case 'values':
      return { rule: 'values', field: first, values: second.split('|') };
    case 'confided': {
      const [field, source, secret, of] = parts(inside) as [string, string, string, string];
      const [noun, by] = source.split('.') as [string, string];
      const [column, values] = secret.split(' ') as [string, string];
      const target = nounByName(noun)!.target;
      const holds = { noun: target, by, field: column, values: values.split('|') };
      return { rule: 'confided', field, secret: holds, of: ruleOf(of) };
    }
    case 'any':
      return { rule: 'any', of: parts(inside).map(ruleOf) };
    default:
      throw new Error(`"${text}" is no rule.`);
  }
}

/** Cuts at the commas that stand outside of parentheses. */
function parts(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  [...text].forEach((character, at) => {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character !== ',' || depth > 0) return;
    found.push(text.slice(start, at).trim());
    start = at + 1;
  });
  return [...found, text.slice(start).trim()];
}
