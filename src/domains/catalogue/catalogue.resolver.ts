import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { BusinessLine } from './business-line.js';
import { CatalogueEntry } from './catalogue-entry.js';
import {
  BusinessLineSaveInput,
  CatalogueCreateInput,
  CatalogueEntryPlaceInput,
  CatalogueEntryRemoveInput,
  CatalogueHeadingRemoveInput,
  CatalogueHeadingSaveInput,
  CatalogueStatusChangeInput,
  ChannelCatalogueSetInput,
  ProductLineSaveInput,
} from './catalogue.input.js';
import { CatalogueNode } from './catalogue-node.js';
import { changeCatalogueStatus, createCatalogue, setChannelCatalogue } from './catalogue.service.js';
import { placeEntry, removeEntry, removeHeading, saveHeading } from './catalogue-tree.service.js';
import { Catalogue } from './catalogue.js';
import { ChannelCatalogue } from './channel-catalogue.js';
import { saveBusinessLine, saveProductLine } from './lines.service.js';
import { ProductLine } from './product-line.js';

@ObjectType({ description: 'Answer of mutations about a catalogue and what stands in it.' })
export class CataloguePayload extends Payload {
  @Field(() => Catalogue, {
    nullable: true,
    description: 'The catalogue; null when it was refused, or when another field says what was written.',
  })
  catalogue?: Catalogue;

  @Field(() => CatalogueNode, { nullable: true, description: 'The heading that was written; null otherwise.' })
  heading?: CatalogueNode;

  @Field(() => CatalogueEntry, { nullable: true, description: 'The entry that was written; null otherwise.' })
  entry?: CatalogueEntry;

  @Field(() => ChannelCatalogue, { nullable: true, description: 'What the channel sells from now; null otherwise.' })
  channelCatalogue?: ChannelCatalogue;
}

@ObjectType({ description: 'Answer of mutations about one business.' })
export class BusinessLinePayload extends Payload {
  @Field(() => BusinessLine, { nullable: true, description: 'The business; null when it was refused.' })
  businessLine?: BusinessLine;
}

@ObjectType({ description: 'Answer of mutations about one product line.' })
export class ProductLinePayload extends Payload {
  @Field(() => ProductLine, { nullable: true, description: 'The line; null when it was refused.' })
  productLine?: ProductLine;
}

@Resolver()
export class CatalogueResolver {
  @Mutation(() => CataloguePayload, {
    description:
      'Writes a new catalogue, DRAFT. Refused with DUPLICATE, REQUIRED, CONTRADICTORY, NOT_FOUND, NOT_ACTIVE or NOT_MAINTAINER (PRD-92, PRD-94, PRD-100).',
  })
  catalogueCreate(
    @Arg('input', () => CatalogueCreateInput, { description: 'The catalogue.' }) input: CatalogueCreateInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ catalogue: await createCatalogue(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Publishes or replaces a catalogue. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION or GUARD_REFUSED (PRD-92).',
  })
  catalogueStatusChange(
    @Arg('input', () => CatalogueStatusChangeInput, { description: 'The catalogue and the step.' })
    input: CatalogueStatusChangeInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ catalogue: await changeCatalogueStatus(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Writes a heading, renames or moves one with all below it. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION, DUPLICATE or CONTRADICTORY (PRD-93).',
  })
  catalogueHeadingSave(
    @Arg('input', () => CatalogueHeadingSaveInput, { description: 'The heading.' }) input: CatalogueHeadingSaveInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ heading: await saveHeading(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Removes an empty heading. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION or IN_USE (PRD-93).',
  })
  catalogueHeadingRemove(
    @Arg('input', () => CatalogueHeadingRemoveInput, { description: 'The heading.' })
    input: CatalogueHeadingRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ catalogue: await removeHeading(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Puts a product or an offering under a heading, or changes its place there. Refused with NOT_FOUND, NOT_MAINTAINER, INVALID_TRANSITION, REQUIRED, CONTRADICTORY or NOT_SELLABLE (PRD-94).',
  })
  catalogueEntryPlace(
    @Arg('input', () => CatalogueEntryPlaceInput, { description: 'Heading and entry.' })
    input: CatalogueEntryPlaceInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ entry: await placeEntry(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Takes an entry out of a catalogue. Refused with NOT_FOUND, NOT_MAINTAINER or INVALID_TRANSITION (PRD-94).',
  })
  catalogueEntryRemove(
    @Arg('input', () => CatalogueEntryRemoveInput, { description: 'The entry.' }) input: CatalogueEntryRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ catalogue: await removeEntry(context, input) }));
  }

  @Mutation(() => CataloguePayload, {
    description:
      'Says from which catalogue a channel sells from now on. Refused with NOT_FOUND, NOT_ACTIVE, NOT_MAINTAINER, NOT_PUBLISHED or CONTRADICTORY (PRD-116).',
  })
  channelCatalogueSet(
    @Arg('input', () => ChannelCatalogueSetInput, { description: 'Channel and catalogue.' })
    input: ChannelCatalogueSetInput,
    @Ctx() context: CallContext,
  ): Promise<CataloguePayload> {
    return answer(CataloguePayload, async () => ({ channelCatalogue: await setChannelCatalogue(context, input) }));
  }

  @Mutation(() => BusinessLinePayload, {
    description:
      'Writes a business of the national business catalogue, or changes one. Refused with NOT_MAINTAINER, NOT_FOUND, DUPLICATE or CONTRADICTORY (PRD-100, PRD-101, PRD-109).',
  })
  businessLineSave(
    @Arg('input', () => BusinessLineSaveInput, { description: 'The business.' }) input: BusinessLineSaveInput,
    @Ctx() context: CallContext,
  ): Promise<BusinessLinePayload> {
    return answer(BusinessLinePayload, async () => ({ businessLine: await saveBusinessLine(context, input) }));
  }

  @Mutation(() => ProductLinePayload, {
    description:
      'Writes a product line, or changes one. Refused with NOT_MAINTAINER, NOT_FOUND, DUPLICATE or CONTRADICTORY (PRD-95).',
  })
  productLineSave(
    @Arg('input', () => ProductLineSaveInput, { description: 'The line.' }) input: ProductLineSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ProductLinePayload> {
    return answer(ProductLinePayload, async () => ({ productLine: await saveProductLine(context, input) }));
  }
}
