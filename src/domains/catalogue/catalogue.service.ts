import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import type { CatalogueCreateInput, CatalogueStatusChangeInput, ChannelCatalogueSetInput } from './catalogue.input.js';
import { catalogueLifecycle } from './catalogue.lifecycle.js';
import { checkScope } from './catalogue-scope.js';
import { Catalogue, CataloguePurpose, CatalogueStatus, CatalogueSubject } from './catalogue.js';
import { ChannelCatalogue } from './channel-catalogue.js';
import type { MaintenanceLevel } from './maintenance-level.js';
import { ownerFor, requireMaintainer } from './maintenance.js';
import { requireSalesChannel } from './sales-channel.service.js';
import { validityFrom } from './validity.js';

/** Key of the lock under which codes and the catalogues of channels are taken. */
const lockKey = 7_201_404;

/** Writes a new catalogue, DRAFT (PRD-92, PRD-94, PRD-100). */
export async function createCatalogue(context: CallContext, input: CatalogueCreateInput): Promise<Catalogue> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    if (await tx.em.findOne(Catalogue, { code: input.code }))
      refuse('DUPLICATE', 'Another catalogue has this code.', ['input', 'code']);
    const owner = await ownerFor(tx, input, ['input']);
    await checkScope(tx, input, owner);
    const catalogue = Object.assign(new Catalogue(), {
      code: input.code,
      name: input.name,
      subject: input.subject,
      purpose: input.purpose,
      scope: input.scope ?? null,
      level: input.level,
      owner,
      basedOn: input.basedOnId ? await basis(tx, input, input.basedOnId, ['input', 'basedOnId']) : null,
      validity: validityFrom(tx, input, ['input']),
    });
    catalogueLifecycle.begin(tx, tx.add(catalogue));
    return catalogue;
  });
}

const depth: Record<MaintenanceLevel, number> = { HEADQUARTERS: 0, PROVINCE: 1, LOCAL_NETWORK: 2 };

async function basis(tx: Transaction, input: CatalogueCreateInput, id: string, path: InputPath): Promise<Catalogue> {
  const catalogue = await tx.get(Catalogue, id, path, { lock: false });
  if (catalogue.subject !== input.subject)
    refuse('CONTRADICTORY', `It lists things of the kind ${catalogue.subject}.`, path);
  if (depth[catalogue.level] >= depth[input.level])
    refuse('CONTRADICTORY', 'A catalogue adds to one of a higher level.', path, { level: catalogue.level });
  return catalogue;
}

/** Takes a catalogue from one state to another (PRD-92). */
export async function changeCatalogueStatus(
  context: CallContext,
  input: CatalogueStatusChangeInput,
): Promise<Catalogue> {
  return context.database.write(context, async (tx) => {
    const catalogue = await maintained(tx, input.catalogueId, ['input', 'catalogueId']);
    await catalogueLifecycle.move(tx, catalogue, input.action);
    if (catalogue.status === CatalogueStatus.SUPERSEDED) {
      catalogue.validity = TimePeriod.since(catalogue.validity.from, tx.at);
      for (const link of await tx.em.find(ChannelCatalogue, { catalogue: catalogue.id, validity: { to: null } }))
        link.validity = TimePeriod.since(link.validity.from, tx.at);
    }
    return catalogue;
  });
}

/** The catalogue, locked, for whoever maintains it. */
export async function maintained(tx: Transaction, id: string, path: InputPath): Promise<Catalogue> {
  const catalogue = await tx.get(Catalogue, id, path);
  await requireMaintainer(tx, catalogue, path);
  if (catalogue.status === CatalogueStatus.SUPERSEDED)
    refuse('INVALID_TRANSITION', 'The catalogue has been replaced; it is not changed any more.', path);
  return catalogue;
}

/** Says from which catalogue a channel sells from now on; the former one ends (PRD-116). */
export async function setChannelCatalogue(
  context: CallContext,
  input: ChannelCatalogueSetInput,
): Promise<ChannelCatalogue> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'catalogueId'];
    const catalogue = await maintained(tx, input.catalogueId, path);
    if (catalogue.subject !== CatalogueSubject.OFFERING)
      refuse('CONTRADICTORY', 'Channels sell offerings; this catalogue lists products.', path);
    if (catalogue.status !== CatalogueStatus.PUBLISHED)
      refuse('NOT_PUBLISHED', 'The catalogue is not published.', path);
    await requireSalesChannel(tx, input.channel, ['input', 'channel']);
    const { purpose, scope } = catalogue;
    if (purpose !== CataloguePurpose.SALES && !(purpose === CataloguePurpose.CHANNEL && scope === input.channel))
      refuse('CONTRADICTORY', 'The catalogue is neither for sales in general nor for this channel.', path, {
        purpose,
        scope,
      });
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const present = await tx.em.findOne(ChannelCatalogue, { channel: input.channel, validity: { to: null } });
    if (present?.catalogue.id === catalogue.id) return present;
    if (present) {
      await tx.em.populate(present, ['catalogue']);
      await requireMaintainer(tx, present.catalogue, ['input', 'channel']);
      present.validity = TimePeriod.since(present.validity.from, tx.at);
      // Only one is without an end.
      await tx.em.flush();
    }
    const link = { channel: input.channel, catalogue, validity: TimePeriod.since(tx.at), setBy: tx.caller.subject };
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'catalogue.channel.set',
      subject: catalogue,
      data: { channel: input.channel, former: present?.catalogue.code ?? null },
    });
    return tx.add(Object.assign(new ChannelCatalogue(), link));
  });
}
