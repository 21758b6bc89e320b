import type { Class } from '../model/registry.js';
import type { Caller, CallerKind } from './caller.js';

/** Values of the caller that a rule may compare a column with. */
export type CallerValue =
  | 'regionIds'
  | 'auditRegionIds'
  | 'organisationIds'
  | 'oneStopUnitIds'
  | 'customerId'
  | 'verifiedCustomerIds'
  | 'partnerId'
  | 'partnerUnitIds'
  | 'auditPartnerId'
  | 'operatorId'
  | 'employeeId'
  | 'subject'
  | 'organisationPath';

/**
 * Which rows a caller sees, as data: the read compiler turns a rule into SQL, and writes check the same rule.
 * A path names fields from the noun to the compared one, such as `['customer', 'region']`.
 */
export type RowRule =
  | { rule: 'all' }
  | { rule: 'none' }
  /** The reference at the end of the path is one of the caller's values. */
  | { rule: 'match'; path: readonly string[]; value: CallerValue }
  /** The row is seen by whoever sees the row that this reference points to. */
  | { rule: 'via'; field: string }
  /** The row is seen where the rule admits the row that this reference points to, whatever that row's own policy says. */
  | { rule: 'through'; field: string; of: RowRule }
  /** The row is seen by whoever sees a row of `noun` whose reference `field` points to it. */
  | { rule: 'referrer'; noun: Class; field: string }
  /** The row's own column `field` holds one of the values, such as a status that is public. */
  | { rule: 'values'; field: string; values: readonly string[] }
  /**
   * The row is found among those to which rows of `noun` that a rule admits point, whatever their own policy says; not those that `besides`
   * admits, which are seen for another reason. They are looked for once for a whole list, by the indexes of what the rule compares.
   */
  | { rule: 'among'; noun: Class; field: string; of: RowRule; besides: RowRule }
  /**
   * The row names in its columns `kind` and `code` the calling employee (`EMPLOYEE` and the staff number), or the unit in which they work or
   * one above it (`ORGANIZATION` and its code).
   */
  | { rule: 'acting'; kind: string; code: string }
  | { rule: 'any'; of: readonly RowRule[] }
  /**
   * Rows of another rule; but those of a customer, at the reference or plain key `field`, to whom such a secret belongs only while the
   * caller has been shown one, unless the caller is asked for none. Rows of nobody are as the other rule says. A plain key, which stays
   * where it is when rows move, stands for what the row that it names was merged into.
   */
  | { rule: 'confided'; field: string; secret: Secret; of: RowRule };

/** Rows of a noun that stand for a secret of what their reference `by` points to: those whose column `field` holds one of the values. */
export interface Secret {
  noun: Class;
  by: string;
  field: string;
  values: readonly string[];
}

/** Every row. */
export const everyRow: RowRule = { rule: 'all' };
/** No row. */
export const noRow: RowRule = { rule: 'none' };
/** Rows whose region, at the end of the path, lies in the caller's regions. */
export const inRegion = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'regionIds' });
/** Rows of the region, at the end of the path, whose operation log the caller may read. */
export const inAuditedRegion = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'auditRegionIds' });
/** Rows of units in the caller's part of the organisation; the path ends at the unit. */
export const inOrganisation = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'organisationIds' });
/** Rows of units of whose business with other places the caller's position lets them read; the path ends at the unit. */
export const inOneStopUnit = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'oneStopUnitIds' });
/** Rows that belong to the calling employee; an empty path means that the row is the employee. */
export const ofEmployee = (...path: string[]): RowRule => ({
  rule: 'match',
  path: path.length ? path : ['id'],
  value: 'employeeId',
});
/** Rows that belong to the calling customer; an empty path means that the row is the customer. */
export const ofCustomer = (...path: string[]): RowRule => ({
  rule: 'match',
  path: path.length ? path : ['id'],
  value: 'customerId',
});
/** Rows that belong to the calling partner. */
export const ofPartner = (...path: string[]): RowRule => ({
  rule: 'match',
  path: path.length ? path : ['id'],
  value: 'partnerId',
});
/** Rows of the partner whose operation log the caller may read. */
export const ofAuditedPartner = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'auditPartnerId' });
/** Rows of the unit of the calling operator of a partner, or of a unit above it; the path ends at the unit. */
export const aboveOperator = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'partnerUnitIds' });
/** Rows that belong to the calling operator of a partner. */
export const ofOperator = (...path: string[]): RowRule => ({ rule: 'match', path, value: 'operatorId' });
/** Rows seen by whoever sees the referenced row. */
export const via = (field: string): RowRule => ({ rule: 'via', field });
/** Rows whose referenced row a rule admits. */
export const through = (field: string, of: RowRule): RowRule => ({ rule: 'through', field, of });
/** Rows seen by whoever sees a row of `noun` that refers to them, such as the person who is a visible customer. */
export const whoSees = (noun: Class, field: string): RowRule => ({ rule: 'referrer', noun, field });
/** Rows to which a row of `noun` that one rule admits and another does not refers, such as what staff of other places were given to do. */
export const among = (noun: Class, field: string, of: RowRule, besides: RowRule): RowRule => ({
  ...{ rule: 'among', noun, field, of, besides },
});
/** Rows that name the calling employee, their unit or one above it, in two columns: what is named and its code. */
export const namedIn = (kind: string, code: string): RowRule => ({ rule: 'acting', kind, code });
/** Rows whose own column holds one of the values, such as offerings that are published. */
export const withValue = (field: string, ...values: string[]): RowRule => ({ rule: 'values', field, values });
/** Rows that one of the rules admits. */
export const anyOf = (...of: RowRule[]): RowRule => ({ rule: 'any', of });
/** Rows that a rule admits, while the customer at the reference has shown a secret, for those callers who are asked for one. */
export const confided = (field: string, secret: Secret, of: RowRule): RowRule => ({
  ...{ rule: 'confided', field, secret, of },
});

/** Who sees which rows of a noun. ADMIN and SYSTEM see all; a kind that is not named sees none. */
export type RowPolicy = Partial<Record<CallerKind, RowRule>>;

const policies = new Map<Class, RowPolicy>();

/** Declares who sees which rows of a noun. A noun without a policy is an error at start. */
export function definePolicy(noun: Class, rows: RowPolicy): void {
  if (policies.has(noun)) throw new Error(`${noun.name} has two policies.`);
  policies.set(noun, rows);
}

/**
 * Lets more callers see rows of another domain's noun, which knows nothing of the nouns that refer to it: a row is seen when
 * the noun's own policy or one of its extensions admits it.
 */
export function extendPolicy(noun: Class, rows: RowPolicy): void {
  const own = policies.get(noun);
  if (!own) throw new Error(`${noun.name} has no policy to extend.`);
  const extended: RowPolicy = { ...own };
  for (const [kind, rule] of Object.entries(rows) as [CallerKind, RowRule][]) {
    const before = own[kind];
    extended[kind] = before && before.rule !== 'none' ? anyOf(before, rule) : rule;
  }
  policies.set(noun, extended);
}

/** Lets a kind of callers see fewer rows of a noun of the kernel, which knows of no secrets: its rule as it is, as {@link confided}. */
export function confidePolicy(noun: Class, kind: CallerKind, field: string, secret: Secret): void {
  const own = policies.get(noun);
  if (!own?.[kind]) throw new Error(`${noun.name} has no policy for ${kind} to narrow.`);
  policies.set(noun, { ...own, [kind]: confided(field, secret, own[kind]) });
}

/** The same rule for staff, customers and partners: rows seen by whoever sees the referenced row. */
export function policyVia(noun: Class, field: string): void {
  definePolicy(noun, { STAFF: via(field), CUSTOMER: via(field), PARTNER: via(field) });
}

/** Reference data that every signed-in caller sees. */
export function policyPublic(noun: Class): void {
  definePolicy(noun, { STAFF: everyRow, CUSTOMER: everyRow, PARTNER: everyRow });
}

/** The rule that holds for a kind of caller; single-table nouns inherit their interface's policy. */
export function rowRule(noun: Class, kind: CallerKind): RowRule {
  if (kind === 'ADMIN' || kind === 'SYSTEM') return everyRow;
  return policyOf(noun)?.[kind] ?? noRow;
}

export function policyOf(noun: Class): RowPolicy | undefined {
  for (let at: Class | null = noun; at && at !== Function.prototype; at = Object.getPrototypeOf(at) as Class | null) {
    const found = policies.get(at);
    if (found) return found;
  }
  return undefined;
}

const operations = new Map<string, readonly CallerKind[]>();
const open = new Set<string>();
const signedIn = new Set<string>();
const confidential = new Set<string>();
const personal = new Set<string>();

/**
 * Declares who may run a mutation or subscription, by its name in the graph. ADMIN may run all, and so may a SYSTEM whose key is
 * not limited; staff need the permission of the same name besides. An operation that is not named here is an error at start.
 */
export function allow(names: Record<string, readonly CallerKind[]>): void {
  for (const [name, kinds] of Object.entries(names)) operations.set(name, kinds);
}

/** Declares mutations that may be run without a token, such as signing in. */
export function allowEveryone(...names: string[]): void {
  for (const name of names) {
    operations.set(name, []);
    open.add(name);
  }
}

/** Declares mutations that every signed-in caller may run for themselves, such as signing out. */
export function allowSignedIn(...names: string[]): void {
  for (const name of names) {
    operations.set(name, []);
    signedIn.add(name);
  }
}

/** Declares mutations whose answers hold a secret that is told once: they are never kept for an idempotency key. */
export function answerConfidentially(...names: string[]): void {
  for (const name of names) confidential.add(name);
}

/** Declares subscriptions whose answer depends on the person who calls, not only on their rights: none is shared with anybody else. */
export function answerPersonally(...names: string[]): void {
  for (const name of names) personal.add(name);
}

/** Whether the answer of a subscription depends on the person who calls. */
export const isPersonal = (operation: string): boolean => personal.has(operation);

export const isDeclared = (operation: string): boolean => operations.has(operation);

/** Whether a mutation may be run without a token. */
export const isOpen = (operation: string): boolean => open.has(operation);

/** Whether an operation needs no permission: everyone may run it, or everyone who is signed in. */
export const needsNoPermission = (operation: string): boolean => open.has(operation) || signedIn.has(operation);

/** Whether any mutation may be run without a token. */
export const hasOpenOperations = (): boolean => open.size > 0;

/** Whether the answer of a mutation holds a secret. */
export const isConfidential = (operation: string): boolean => confidential.has(operation);

/** Kinds of callers for which an operation is meant, besides ADMIN and SYSTEM. */
export const allowedKinds = (operation: string): readonly CallerKind[] => operations.get(operation) ?? [];

/** Whether the caller may run a mutation or subscription: its kind may, and it holds the permission where permissions count. */
export function mayRun(operation: string, caller: Caller): boolean {
  if (open.has(operation) || (signedIn.has(operation) && !caller.anonymous)) return true;
  if (caller.permissions && !caller.permissions.has(operation)) return false;
  return caller.kind === 'ADMIN' || caller.kind === 'SYSTEM' || allowedKinds(operation).includes(caller.kind);
}
