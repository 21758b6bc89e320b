import type { Claims } from '../kernel/access/token.js';
import type { Caller, CallerKind } from '../kernel/access/caller.js';
import type { Config } from '../kernel/config/config.js';
import type { Database } from '../kernel/database/database.js';
import { codedError } from '../kernel/errors/coded-error.js';
import { findStaffCaller, unitsInRegions } from '../domains/access/index.js';
import { findCustomerIdsByCode, isAskedForQueries, verifiedCustomers } from '../domains/customer/index.js';
import { isSessionOpen } from '../domains/identity/index.js';
import { findActivePartner } from '../domains/partner/index.js';
import { findOperator, hasOperators } from '../domains/partner-staff/index.js';
import { resolveRegionScope } from '../domains/region/index.js';
import { Remembered } from './remembered.js';

/** How long what a token names may be remembered, in milliseconds: a change of rights takes effect after it. */
const REMEMBER_MS = 5_000;
const MAX_LISTS = 1_000;

/** Turns the claims of a token into a caller with the keys that policies compare. */
export class CallerDirectory {
  private readonly callers = new Remembered<Caller>(REMEMBER_MS);
  private readonly regions = new Remembered<string[]>(REMEMBER_MS);
  private readonly customers = new Remembered<string | undefined>(REMEMBER_MS);
  private readonly lists = new Map<string, readonly string[]>();

  constructor(
    private readonly database: Database,
    private readonly config: Pick<Config, 'environment'>,
  ) {}

  /** The caller behind the claims; without claims, one who sees nothing and may run only what is open to everyone. */
  callerFor(claims: Claims | undefined): Promise<Caller> {
    if (!claims)
      return Promise.resolve({
        kind: 'PARTNER',
        subject: 'anonymous',
        name: 'Anonymous',
        anonymous: true,
        regionIds: [],
        permissions: new Set(),
      });
    return this.callers.get(keyOf(claims), () => this.resolve(claims));
  }

  /** The caller with the proof that a customer has shown a service password, as far as it counts for what they see (CUS-03). */
  async withProof(caller: Caller, token: string | undefined): Promise<Caller> {
    if (token === undefined || !caller.verifiedCustomerIds) return caller;
    const customers = await verifiedCustomers(this.database, caller, token);
    return customers.length === 0 ? caller : { ...caller, verifiedCustomerIds: customers };
  }

  /** Looks up anew what the tokens of many callers name; from then on `callerFor` answers with what holds now. */
  async refresh(claims: readonly Claims[]): Promise<void> {
    const codes = [
      ...new Set(claims.flatMap(({ role, customer }) => (role === 'customer' && customer ? [customer] : []))),
    ];
    const customers = await findCustomerIdsByCode(this.database, codes);
    for (const code of codes) this.customers.set(code, customers.get(code));
    const regions = new Set(claims.flatMap(({ role, region }) => (role === 'staff' && region ? [region] : [])));
    for (const code of regions) this.regions.set(code, await this.inside(code));
    for (const one of claims) this.callers.forget(keyOf(one));
  }

  private async resolve(claims: Claims): Promise<Caller> {
    const base: Caller = {
      kind: claims.role.toUpperCase() as CallerKind,
      subject: claims.sub,
      name: claims.name ?? claims.sub,
      regionIds: [],
      expiresAt: new Date(claims.exp * 1000),
      ...(claims.scope ? { permissions: new Set(claims.scope) } : {}),
    };
    if (claims.session && !(await isSessionOpen(this.database, claims.session))) {
      throw codedError('UNAUTHENTICATED', 'The session has ended; sign in again.');
    }
    if (claims.role === 'staff') {
      const caller = await this.staff(base, claims);
      return (await isAskedForQueries(this.database, caller)) ? { ...caller, verifiedCustomerIds: [] } : caller;
    }
    if (claims.role === 'customer') return { ...base, customerId: await this.customer(claims.customer) };
    if (claims.role === 'partner' && claims.partner) return this.partner(base, claims.partner, claims);
    return base;
  }

  /** A partner sees its own rows while its relation is in force, and none before and after. */
  private async partner(base: Caller, code: string, claims: Claims): Promise<Caller> {
    const partnerId = await findActivePartner(this.database, code);
    if (!partnerId) return base;
    return claims.key ? { ...base, partnerId } : this.operator({ ...base, partnerId }, partnerId, claims);
  }

  /** A person who calls for a partner that keeps its operators here must be one of them, and may do what they hold. */
  private async operator(base: Caller, partnerId: string, claims: Claims): Promise<Caller> {
    const found = await findOperator(this.database, partnerId, claims.sub);
    if (found?.valid) return { ...base, ...found.caller };
    if (found || (await hasOperators(this.database.pool, partnerId)))
      throw codedError('UNAUTHENTICATED', 'The token names no operator of the partner that is valid now.');
    return base;
  }

  /** An employee with what they hold; a region in the token narrows where they act. */
  private async staff(base: Caller, claims: Claims): Promise<Caller> {
    const found = await findStaffCaller(this.database, claims.sub);
    if (!found) return this.unknownStaff(base, claims);
    if (!found.valid) throw codedError('UNAUTHENTICATED', 'The token names a staff number that is not valid now.');
    const { caller } = found;
    const whole = {
      ...base,
      ...caller,
      regionIds: this.shared(caller.regionIds),
      organisationIds: this.shared(caller.organisationIds ?? []),
      oneStopUnitIds: this.shared(caller.oneStopUnitIds ?? []),
    };
    if (!claims.region) return whole;
    const within = new Set(await this.region(claims.region));
    const narrow = (ids: readonly string[]) => this.shared(ids.filter((id) => within.has(id)));
    const audit = caller.auditRegionIds ? { auditRegionIds: narrow(caller.auditRegionIds) } : {};
    const units = new Set(await unitsInRegions(this.database, [...within]));
    const oneStopUnitIds = this.shared(whole.oneStopUnitIds.filter((id) => units.has(id)));
    return { ...whole, regionIds: narrow(caller.regionIds), oneStopUnitIds, ...audit };
  }

  /**
   * For development and tests, a token of our own for staff needs no employee: whoever has one may do in its region what staff
   * may do at all. In production, and from other issuers, the staff number must exist.
   */
  private async unknownStaff(base: Caller, claims: Claims): Promise<Caller> {
    if (this.config.environment === 'production' || claims.issuer !== undefined) {
      throw codedError('UNAUTHENTICATED', 'The token names no staff number that is valid now.');
    }
    const regionIds = await this.region(claims.region);
    const organisationIds = this.shared(await unitsInRegions(this.database, regionIds));
    return { ...base, regionIds, auditRegionIds: regionIds, organisationIds, oneStopUnitIds: organisationIds };
  }

  private async region(code: string | undefined): Promise<readonly string[]> {
    const regions = code ? await this.regions.get(code, () => this.inside(code)) : [];
    if (regions.length === 0) throw codedError('UNAUTHENTICATED', 'The token names no region that exists.');
    return regions;
  }

  private async inside(code: string): Promise<string[]> {
    return this.shared(await resolveRegionScope(this.database, code)) as string[];
  }

  private async customer(code: string | undefined): Promise<string> {
    const find = async () => (await findCustomerIdsByCode(this.database, [code!])).get(code!);
    const id = code ? await this.customers.get(code, find) : undefined;
    if (!id) throw codedError('UNAUTHENTICATED', 'The token names no customer that exists.');
    return id;
  }

  /** The same list for the same keys: there are many callers with the same thousands of regions. */
  private shared(ids: readonly string[]): readonly string[] {
    const key = ids.join();
    const known = this.lists.get(key);
    if (known) return known;
    if (this.lists.size >= MAX_LISTS) this.lists.clear();
    this.lists.set(key, ids);
    return ids;
  }
}

/** Claims are remembered with their token, so the same ones come with each request of a caller. */
const keys = new WeakMap<Claims, string>();

function keyOf(claims: Claims): string {
  const known = keys.get(claims);
  if (known !== undefined) return known;
  const key = JSON.stringify(claims);
  keys.set(claims, key);
  return key;
}
