import { Decimal } from 'decimal.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { Money } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import type { Customer } from '../customer/index.js';
import { callerEmployee, type Employee } from '../organisation/index.js';
import { type InternalOrganization } from '../party/index.js';
import type { CreditCause, CreditSource } from './credit-enums.js';
import { CreditGrade } from './credit-grade.js';
import { CreditHistory } from './credit-history.js';
import { CreditProfile } from './credit-profile.js';
import type { CreditRun } from './credit-run.js';

/** What is said about the credit of a customer. */
export interface Rating {
  /** 0 to 100 with at most two decimals. */
  score: string;
  /** Absent: that of the grade. */
  creditLimit?: Money | null | undefined;
  source: CreditSource;
  cause: CreditCause;
  reason: string;
  evaluatedAt: Date;
  validTo?: Date | null;
  frozenUntil?: Date | null;
  run?: CreditRun | null;
  /** Absent: one is issued. */
  ratingNo?: string | null | undefined;
}

/** Who rates, as the history keeps it (SYS-55). */
export interface Assessor {
  assessor: Employee | null;
  assessorNo: string;
  assessorName: string;
  assessorUnit: string | null;
}

/** The caller as assessor. */
export async function assessorOf(tx: Transaction): Promise<Assessor> {
  const assessor = await callerEmployee(tx);
  if (assessor) await tx.em.populate(assessor, ['organization']);
  return {
    assessor,
    assessorNo: tx.caller.subject,
    assessorName: tx.caller.name,
    assessorUnit: (assessor?.organization as InternalOrganization | undefined)?.name ?? null,
  };
}

/** The grades in use, the highest first. */
export async function gradesInUse(tx: Transaction): Promise<CreditGrade[]> {
  const grades = await tx.em.find(CreditGrade, { active: true });
  return grades.sort((one, other) => new Decimal(other.scoreFrom).cmp(one.scoreFrom));
}

/** The grade in whose band a score lies; bands include their lower bound. */
export const gradeOf = (grades: readonly CreditGrade[], score: string): CreditGrade =>
  grades.find(({ scoreFrom }) => new Decimal(scoreFrom).lte(score)) ?? grades.at(-1)!;

/** Whether a text is a score: 0 to 100 with at most two decimals. */
export function isScore(text: string): boolean {
  if (!/^\d{1,3}(\.\d+)?$/.test(text)) return false;
  const score = new Decimal(text);
  return score.lte(100) && score.decimalPlaces() <= 2;
}

const same = (one: Money | null, other: Money | null): boolean =>
  one === other || Boolean(one && other && one.currency === other.currency && new Decimal(one.amount).eq(other.amount));

const copy = (money: Money | null | undefined): Money | null => (money ? Money.of(money.amount, money.currency) : null);

/**
 * Gives a locked customer a rating: the present one gives way, the history keeps both, and those who follow are told (CRD-06).
 * What a collection finds unchanged leaves no entry.
 * @returns whether score, grade or limit became another
 */
export async function rateCustomer(
  tx: Transaction,
  customer: Customer,
  rating: Rating,
  known: { grades: readonly CreditGrade[]; assessor: Assessor; keepUnchanged: boolean },
): Promise<{ profile: CreditProfile; changed: boolean }> {
  const score = new Decimal(rating.score).toFixed(2);
  const grade = gradeOf(known.grades, score);
  const limit = copy(rating.creditLimit === undefined ? grade.creditLimit : rating.creditLimit);
  const found = await tx.em.findOne(CreditProfile, { customer: customer.id }, { populate: ['grade'], refresh: true });
  const before = found && {
    score: new Decimal(found.score).toFixed(2),
    grade: found.grade.code,
    limit: copy(found.creditLimit),
  };
  const changed = !before || before.score !== score || before.grade !== grade.code || !same(before.limit, limit);
  const write = changed || known.keepUnchanged;
  const ratingNo = write
    ? (rating.ratingNo ?? formatNumber('CR', await takeNumber(tx, 'credit-rating')))
    : found!.ratingNo;
  const { source, evaluatedAt } = rating;
  const profile = found ?? tx.add(Object.assign(new CreditProfile(), { customer }));
  Object.assign(profile, {
    ...{ ratingNo, score, grade, colour: grade.colour, creditLimit: limit, source, evaluatedAt },
    ...{ validTo: rating.validTo ?? null, frozenUntil: rating.frozenUntil ?? null },
  });
  if (write) {
    const { cause, reason, run = null } = rating;
    tx.add(
      Object.assign(new CreditHistory(), {
        ...{ customer, ratingNo, cause, source, reason, run, evaluatedAt, at: tx.at, ...known.assessor },
        ...{ oldScore: before?.score ?? null, oldGrade: before?.grade ?? null, oldLimit: copy(before?.limit) },
        ...{ newScore: score, newGrade: grade.code, newLimit: copy(limit) },
      }),
    );
    tx.record({
      kind: 'BUSINESS_FACT',
      type: changed ? 'credit.changed' : 'credit.confirmed',
      subject: profile,
      // Not told to the customer: credit is for staff.
      regionId: customer.region.id,
      reason,
      data: {
        ...{
          customerId: tx.idOf(customer),
          customerCode: customer.code,
          ratingNo,
          source,
          cause,
          colour: grade.colour,
        },
        ...{ oldScore: before?.score ?? null, newScore: score, oldGrade: before?.grade ?? null, newGrade: grade.code },
        creditLimit: limit && { amount: new Decimal(limit.amount).toFixed(), currency: limit.currency },
        evaluatedAt: evaluatedAt.toISOString(),
        assessor: known.assessor.assessorNo,
      },
    });
  }
  return { profile, changed };
}

/** What rating needs to know besides the customer, read once. */
export async function ratingGround(tx: Transaction): Promise<{ grades: CreditGrade[]; assessor: Assessor }> {
  return { grades: await gradesInUse(tx), assessor: await assessorOf(tx) };
}
