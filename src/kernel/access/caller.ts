/** Who calls: the headquarters' administrator, staff of an organisation, a customer at self-service, a partner, another system. */
export type CallerKind = 'ADMIN' | 'STAFF' | 'CUSTOMER' | 'PARTNER' | 'SYSTEM';

/** A signed-in caller with the data that row policies compare against; resolved once per request from the token. */
export interface Caller {
  kind: CallerKind;
  /** Stable name for records of who did what, such as a staff number. */
  subject: string;
  /** True for one without a token, who may run only what is open to everyone. */
  anonymous?: boolean;
  /** Name to show in histories. */
  name: string;
  /** Keys of every region that staff may see: their own and all inside it. */
  regionIds: readonly string[];
  /** Key of the customer that calls, for callers of kind CUSTOMER. */
  customerId?: string;
  /** Key of the partner that calls, for callers of kind PARTNER. */
  partnerId?: string;
  /** Key of the partner's operator who calls, for those who sign in as a person; absent for the partner's systems. */
  operatorId?: string;
  /** Place of the operator in the partner's tree of units, `/` for the partner as a whole: where they administer. */
  partnerUnitPath?: string;
  /** Keys of the operator's unit and all units above it: what is announced to one of them is for the operator. */
  partnerUnitIds?: readonly string[];
  /** Key of the partner whose operation log the caller may read; absent for those who may read none. */
  auditPartnerId?: string;
  /** Key of the employee behind a staff number. */
  employeeId?: string;
  /** Key of the unit in which the employee works, and its place in the organisation tree, such as `/HQ/P44/`. */
  organisationId?: string;
  organisationPath?: string;
  /** Keys of the own unit and all units below it; for staff without a unit, of the units in their regions. */
  organisationIds?: readonly string[];
  /**
   * Keys of the units of whose business with units of other places the caller may read: of the own unit and those below it those that a
   * position lets them read, in its regions. Absent or empty means none.
   */
  oneStopUnitIds?: readonly string[];
  /** Parts of the organisation tree in which the running operation may act, when they are not the own unit and all below. */
  managedPaths?: readonly string[];
  /**
   * Function points that the caller holds: names of mutations, subscriptions and named permissions. Absent means that the kind of
   * caller alone decides.
   */
  permissions?: ReadonlySet<string>;
  /** How far single permissions reach, for those that reach less far than the caller or end at an amount. */
  scopes?: ReadonlyMap<string, readonly PermissionScope[]>;
  /**
   * Of staff who work with customers in front of them: keys of those who have shown a service password for queries. Absent for everybody
   * else, who is asked for none.
   */
  verifiedCustomerIds?: readonly string[];
  /** Regions whose operation log the caller may read; absent or empty means none. */
  auditRegionIds?: readonly string[];
  /** How far the permission of the running operation reaches; absent when it reaches as far as the caller. */
  acting?: readonly PermissionScope[];
  /** When the token ends; a subscription ends with it. */
  expiresAt?: Date;
}

/** How far one grant of a permission reaches. */
export interface PermissionScope {
  /** Keys of the regions in which it may be used; absent means all of the caller's. */
  regionIds?: readonly string[];
  /** The part of the organisation tree in which it may be used; absent means the caller's own unit and all below. */
  organisationPath?: string;
  /** Keys of the product lines, with all inside, for which it may be used; absent means all. */
  productLineIds?: readonly string[];
  /** Highest amount of money that it covers, in the currency of the operator, as decimal text; absent means any. */
  limit?: string;
}

/** The caller for work that no person asked for, such as jobs, imports and adapters of outside systems. */
export function systemCaller(subject: string): Caller {
  return { kind: 'SYSTEM', subject, name: subject, regionIds: [] };
}
