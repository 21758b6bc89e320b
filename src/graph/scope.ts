import { createHash } from 'node:crypto';
import type { FragmentDefinitionNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import type { Caller } from '../kernel/access/caller.js';
import { isPersonal } from '../kernel/access/policy.js';
import type { GraphContext } from './context.js';
import type { AccessScope } from './subscribe/subscriptions.js';

/** What is subscribed to. */
interface Subscribed {
  operation: OperationDefinitionNode;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** The rights of a caller without the person: what shared executions run with. With the person where the answer depends on who asks. */
export function scopeOf(context: GraphContext, subscribed: Subscribed): AccessScope<GraphContext> {
  const personal = asksPersonally(subscribed.operation.selectionSet, subscribed.fragments);
  const person = personal ? context.caller.employeeId : undefined;
  const {
    kind,
    regionIds,
    auditRegionIds,
    organisationIds,
    organisationPath,
    oneStopUnitIds,
    customerId,
    partnerId,
    permissions,
    scopes,
  } = context.caller;
  const { partnerUnitIds, auditPartnerId, verifiedCustomerIds } = context.caller;
  const lists = [
    regionIds,
    auditRegionIds ?? [],
    organisationIds ?? [],
    oneStopUnitIds ?? [],
    partnerUnitIds ?? [],
  ].map(digest);
  const own = [
    person ?? '',
    organisationPath ?? '',
    customerId ?? '',
    partnerId ?? '',
    auditPartnerId ?? '',
    verifiedCustomerIds ? 'asked' : '',
  ];
  const key = [kind, ...lists, ...own, digestOfRights(context.caller)].join(' ');
  const caller: Caller = {
    kind,
    subject: 'subscribers',
    name: 'Subscribers',
    regionIds,
    ...(person === undefined ? {} : { employeeId: person, subject: context.caller.subject }),
    ...(auditRegionIds === undefined ? {} : { auditRegionIds }),
    ...(organisationIds === undefined ? {} : { organisationIds }),
    ...(organisationPath === undefined ? {} : { organisationPath }),
    ...(oneStopUnitIds === undefined ? {} : { oneStopUnitIds }),
    ...(permissions === undefined ? {} : { permissions }),
    ...(scopes === undefined ? {} : { scopes }),
    ...(customerId === undefined ? {} : { customerId }),
    ...(partnerId === undefined ? {} : { partnerId }),
    ...(partnerUnitIds === undefined ? {} : { partnerUnitIds }),
    ...(auditPartnerId === undefined ? {} : { auditPartnerId }),
    // A password that was shown counts for minutes, and to the one who was shown it: not for those who go on listening.
    ...(verifiedCustomerIds === undefined ? {} : { verifiedCustomerIds: [] }),
  };
  const { idempotencyKey: _key, ...shared } = context;
  return { key, context: { ...shared, caller, requestId: `subscribers ${kind}` } };
}

function asksPersonally({ selections }: SelectionSetNode, fragments: Subscribed['fragments']): boolean {
  return selections.some((selection) => {
    if (selection.kind === 'Field') return isPersonal(selection.name.value);
    const inside = selection.kind === 'InlineFragment' ? selection : fragments[selection.name.value];
    return inside !== undefined && asksPersonally(inside.selectionSet, fragments);
  });
}

const digests = new WeakMap<readonly string[], string>();

/** A short name for a set of regions, which may be thousands. */
function digest(ids: readonly string[]): string {
  if (ids.length === 0) return '';
  let found = digests.get(ids);
  if (!found)
    digests.set(
      ids,
      (found = createHash('sha256')
        .update([...ids].sort().join())
        .digest('base64url')),
    );
  return found;
}

const rights = new WeakMap<ReadonlySet<string>, string>();

/** A short name for what a caller holds; empty when the kind alone decides. */
function digestOfRights({ permissions, scopes }: Caller): string {
  if (!permissions) return '';
  let found = rights.get(permissions);
  if (!found) {
    const held = JSON.stringify([[...permissions].sort(), [...(scopes ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))]);
    rights.set(permissions, (found = createHash('sha256').update(held).digest('base64url')));
  }
  return found;
}
