import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { describeEnum } from '../../kernel/model/index.js';
import { CatalogueNode } from './catalogue-node.js';
import { type Catalogue, CatalogueStatus as S } from './catalogue.js';

/** Steps of a catalogue from one state to another. */
export enum CatalogueAction {
  PUBLISH = 'PUBLISH',
  SUPERSEDE = 'SUPERSEDE',
}

describeEnum(CatalogueAction, 'CatalogueAction', 'A step of a catalogue from one state to another (PRD-92).', {
  PUBLISH: 'DRAFT becomes PUBLISHED; it needs a heading, of its own or of the catalogue that it is based on.',
  SUPERSEDE: 'Becomes SUPERSEDED: nothing is sold from it any more.',
});

const managers = ['STAFF'] as const;

/** States and steps of a catalogue (PRD-92). */
export const catalogueLifecycle = defineLifecycle<Catalogue, S, CatalogueAction>({
  name: 'catalogue',
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.SUPERSEDED],
  read: (catalogue) => catalogue.status,
  write: (catalogue, status) => {
    catalogue.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: CatalogueAction.PUBLISH, from: [S.DRAFT], to: S.PUBLISHED, who: managers, guard: 'hasHeadings' },
    { action: CatalogueAction.SUPERSEDE, from: [S.DRAFT, S.PUBLISHED], to: S.SUPERSEDED, who: managers },
  ],
  guards: { hasHeadings },
});

async function hasHeadings(catalogue: Catalogue, tx: Transaction): Promise<string | undefined> {
  const sources = [catalogue.id, ...(catalogue.basedOn ? [catalogue.basedOn.id] : [])];
  const headings = await tx.em.count(CatalogueNode, { catalogue: sources });
  return headings > 0 ? undefined : 'It has no heading.';
}
