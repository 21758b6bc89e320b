import { actingUnder, definePermission, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import type { Class, Node } from '../../kernel/model/index.js';
import { type ApprovalRequest, holding, onChangeVerdicts } from '../../kernel/process/index.js';
import type { FieldChange } from '../../kernel/record/index.js';
import type { InternalOrganization } from '../party/index.js';

const APPROVE = 'form.publication.approve';
definePermission({
  name: APPROVE,
  // Of an area of its own: those who make forms do not get it along.
  area: 'form-approval',
  description: 'Decide whether form templates and kits that others have made are given out for use (OPS-15).',
});

/** A template or kit. */
type Published = Node & {
  code: string;
  name: string;
  versionName: string;
  organization?: InternalOrganization | null;
};

/** What is held until somebody else approves that a form is given out. */
interface HeldPublication<Way> {
  ways: Way[];
  /** The content that is approved, as a moment: what was changed since is not published by it. */
  asOf: string;
}

/** What becomes different when a form is given out; nothing when there was nobody to give it to. */
export const givenChanges = (given: boolean, ways: readonly unknown[]): FieldChange[] =>
  given ? [{ field: 'ways', old: null, new: ways }] : [];

/** What is asked about a form that is to be given out. */
export async function publicationRequest<Way>(
  tx: Transaction,
  kind: string,
  form: Published,
  changes: readonly FieldChange[],
  held: { ways: readonly Way[]; asOf: Date },
  path: InputPath,
): Promise<ApprovalRequest> {
  await tx.em.populate(form, ['organization'] as never);
  return {
    ...{ kind, subject: form, title: `${form.code} ${form.name} ${form.versionName}`, path },
    ...holding(changes, held),
    regionId: form.organization?.region?.id ?? null,
  };
}

/** Says what follows when somebody else has approved that forms of a kind are given out (WFL-28, OPS-15). */
export function onPublication<Form extends Published, Way>(
  kind: string,
  noun: Class<Form>,
  /** Moment of the content as it is now; null when it is not ready. */
  asOf: (form: Form) => Date | null,
  publish: (tx: Transaction, form: Form, ways: Way[], approvedFor: string) => Promise<boolean>,
): void {
  onChangeVerdicts<Form, HeldPublication<Way>>(kind, {
    subject: noun,
    admit: async (tx, form, path) => {
      requirePermission(tx.caller, APPROVE);
      await tx.em.populate(form, ['organization'] as never);
      refuseMisuse(actingUnder(tx.caller, APPROVE), { regionId: form.organization?.region?.id ?? null }, path);
    },
    make: async (tx, { ways, asOf: wanted }, { proposedBy }, form) => {
      if (asOf(form)?.toISOString() !== wanted)
        refuse('VERSION_CONFLICT', 'It was changed since this was asked for; publish it anew.', []);
      return { changes: givenChanges(await publish(tx, form, ways, proposedBy), ways) };
    },
  });
}
