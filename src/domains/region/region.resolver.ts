import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, BulkPayload, Payload } from '../../kernel/errors/index.js';
import { RegionBatchInput, RegionSaveInput } from './region.inputs.js';
import { Region } from './region.js';
import { saveRegion, saveRegions } from './region.service.js';

@ObjectType({ description: 'Answer of a mutation of a region.' })
export class RegionPayload extends Payload {
  @Field(() => Region, { nullable: true, description: 'The region; null when nothing was written.' })
  region?: Region;
}

@ObjectType({ description: 'Answer of a batch of operations on regions.' })
export class RegionBatchPayload extends BulkPayload {
  @Field(() => [Region], { description: 'Regions of the rows that were carried out.' })
  regions: readonly Region[] = [];
}

@Resolver()
export class RegionResolver {
  @Mutation(() => RegionPayload, {
    description: 'Creates, changes, moves or closes a region of the tree (SYS-01, SYS-04).',
  })
  regionSave(
    @Arg('input', () => RegionSaveInput) input: RegionSaveInput,
    @Ctx() context: CallContext,
  ): Promise<RegionPayload> {
    return answer(RegionPayload, async () => ({
      region: await context.database.write(context, (tx) => saveRegion(tx, input, ['input'])),
    }));
  }

  @Mutation(() => RegionBatchPayload, {
    description:
      'Creates, changes, moves and closes many regions; rows that are refused are reported and stop no other (SYS-03).',
  })
  regionBatch(
    @Arg('input', () => RegionBatchInput) input: RegionBatchInput,
    @Ctx() context: CallContext,
  ): Promise<RegionBatchPayload> {
    return answer(RegionBatchPayload, async () => {
      const { results, rejections } = await saveRegions(context, input.rows);
      return { regions: results, rejections };
    });
  }
}
