import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { InternalOrganization } from '../party/index.js';
import type { FormWayInput } from './form.inputs.js';
import type { FormKit } from './form-kit.js';
import { FormPublication } from './form-record.js';
import type { FormTemplate } from './form-template.js';

/** What is tested or published. */
export interface Form {
  template?: FormTemplate;
  kit?: FormKit;
}

/**
 * Records to which units and channels a form is given; one that it was given to already is kept as it is (OPS-15).
 * @param by who publishes it, though somebody else approved that
 * @returns whether there was anybody to give it to
 */
export async function publishTo(
  tx: Transaction,
  { template, kit }: Form,
  ways: readonly FormWayInput[],
  by: string,
): Promise<boolean> {
  let given = false;
  for (const [index, { organizationId, channel }] of ways.entries()) {
    const path = ['input', 'ways', index];
    if (!organizationId === !channel) refuse('ONE_WAY', 'Either a unit or a channel.', path);
    const organization = organizationId
      ? await tx.get(InternalOrganization, organizationId, [...path, 'organizationId'], { lock: false })
      : null;
    const way = { template: template ?? null, kit: kit ?? null, organization, channel: channel ?? null };
    const known = await tx.em.count(FormPublication, {
      ...{ template: template?.id ?? null, kit: kit?.id ?? null },
      ...{ organization: organization?.id ?? null, channel: way.channel },
    });
    if (known > 0) continue;
    tx.add(Object.assign(new FormPublication(), { ...way, publishedAt: tx.at, publishedBy: by }));
    await tx.em.flush();
    given = true;
  }
  return given;
}
