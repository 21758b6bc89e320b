import { Decimal } from 'decimal.js';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { refuseBadRule, holdsForKnown } from '../../kernel/rules/index.js';
import { requireCurrency } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { customerVariables, readFacts } from '../segmentation/index.js';
import { CreditCause, CreditColour, CreditSource } from './credit-enums.js';
import { CreditGrade } from './credit-grade.js';
import type { CreditGradeSaveInput, InitialCreditRuleSaveInput } from './credit-standards.inputs.js';
import { InitialCreditRule } from './initial-credit-rule.js';
import { rateCustomer, ratingGround } from './rate-customer.js';
import { REGRADE } from './regrade.job.js';

/** Only one change of the standards at a time: each looks at all the others. */
const alone = (tx: Transaction) => tx.em.execute(`select pg_advisory_xact_lock(hashtext('credit.standards'))`);

/** Makes a grade, or changes the one with the same code; customers follow by a job (CRD-22, CRD-24). */
export function saveCreditGrade(context: CallContext, input: CreditGradeSaveInput): Promise<CreditGrade> {
  return context.database.write(context, async (tx) => {
    await alone(tx);
    const { code, creditLimit } = input;
    if (creditLimit) requireCurrency(creditLimit.currency, ['input', 'creditLimit', 'currency']);
    const all = await tx.em.find(CreditGrade, {}, { refresh: true });
    const known = all.find((grade) => grade.code === code);
    const active = input.active ?? true;
    const others = all.filter((grade) => grade.active && grade.code !== code).map(({ scoreFrom }) => scoreFrom);
    if (active && others.some((scoreFrom) => new Decimal(scoreFrom).eq(input.scoreFrom)))
      refuse('DUPLICATE', 'Another grade begins at this score.', ['input', 'scoreFrom']);
    if (![...others, ...(active ? [input.scoreFrom] : [])].some((scoreFrom) => new Decimal(scoreFrom).isZero()))
      refuse('BAND_NEEDED', 'One grade in use must begin at 0, so that every score has a grade.', [
        'input',
        active ? 'scoreFrom' : 'active',
      ]);
    const grade = known ?? tx.add(Object.assign(new CreditGrade(), { code }));
    const limit = creditLimit ? Money.of(creditLimit.amount, creditLimit.currency) : null;
    const changes = applyChanges(grade, {
      name: input.name,
      scoreFrom: new Decimal(input.scoreFrom).toFixed(2),
      colour: input.colour,
      creditLimit: limit,
      criteria: input.criteria ?? null,
      active,
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'credit-grade.saved', subject: grade, data: { code, changes } });
    tx.enqueue({ name: REGRADE, key: REGRADE, queue: REGRADE, payload: {} });
    return grade;
  });
}

/** Makes a rule for the credit of new customers, or changes the one with the same code (CRD-01). */
export function saveInitialRule(context: CallContext, input: InitialCreditRuleSaveInput): Promise<InitialCreditRule> {
  if (input.condition) refuseBadRule(input.condition, customerVariables, ['input', 'condition']);
  return context.database.write(context, async (tx) => {
    await alone(tx);
    const { code } = input;
    const condition = input.condition ?? null;
    const active = input.active ?? true;
    const fallback = await tx.em.findOne(InitialCreditRule, { active: true, condition: null }, { refresh: true });
    if (fallback?.code === code && (!active || condition))
      refuse('FALLBACK_NEEDED', 'This rule holds when no other does, so it must stay.', [
        'input',
        condition ? 'condition' : 'active',
      ]);
    if (fallback && fallback.code !== code && active && !condition)
      refuse('DUPLICATE', 'Another rule holds when no other does.', ['input', 'condition'], { code: fallback.code });
    const known = await tx.em.findOne(InitialCreditRule, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const rule = known ?? tx.add(Object.assign(new InitialCreditRule(), { code }));
    const changes = applyChanges(rule, {
      ...{ name: input.name, condition, score: new Decimal(input.score).toFixed(2), priority: input.priority, active },
    });
    tx.record({ kind: 'RECORD_CHANGE', type: 'initial-credit-rule.saved', subject: rule, data: { code, changes } });
    return rule;
  });
}

/** Gives a new customer the credit of the first rule that holds, in the transaction that makes the customer (CRD-01). */
export async function giveInitialCredit(tx: Transaction, customer: Customer): Promise<void> {
  await tx.em.flush();
  const rules = await tx.em.find(InitialCreditRule, { active: true }, { orderBy: { priority: 'asc', code: 'asc' } });
  const [facts] = await readFacts((sql, values) => tx.em.execute(sql, values), [customer.id], tx.at);
  const rule =
    rules.find(({ condition }) => condition && holdsForKnown(condition, facts!.variables)) ??
    rules.find(({ condition }) => !condition);
  if (!rule) return;
  await rateCustomer(
    tx,
    customer,
    {
      ...{ score: rule.score, source: CreditSource.INITIAL, cause: CreditCause.INITIAL, reason: rule.name },
      evaluatedAt: tx.at,
    },
    { ...(await ratingGround(tx)), keepUnchanged: true },
  );
}

/** Writes the standards as delivered; those that exist stay as the operator changed them. */
export async function ensureCreditStandards(context: CallContext): Promise<void> {
  const grade = (code: string, scoreFrom: string, colour: CreditColour, limit: string) => ({
    ...{ code, name: `${code} 级`, scoreFrom, colour, criteria: null, active: true },
    creditLimit: Money.of(limit, 'CNY'),
  });
  const grades = [
    grade('A', '90', CreditColour.RED, '5000'),
    grade('B', '80', CreditColour.RED, '2000'),
    grade('C', '60', CreditColour.GREY, '1000'),
    grade('D', '40', CreditColour.GREY, '300'),
    grade('E', '0', CreditColour.BLACK, '0'),
  ];
  const rule = (code: string, name: string, condition: string | null, score: string, priority: number) => ({
    ...{ code, name, condition, score, priority, active: true },
  });
  const rules = [
    rule('CLUB', '俱乐部会员', 'customer.serviceLevel != "STANDARD"', '85', 10),
    rule('BIG', '大客户', 'customer.type = "BIG"', '80', 20),
    rule('FALLBACK', '其他新客户', null, '60', 1000),
  ];
  await context.database.write(context, async (tx) => {
    await ensureRows(tx, CreditGrade, grades);
    await ensureRows(tx, InitialCreditRule, rules);
  });
}
