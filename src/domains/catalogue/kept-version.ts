import { Instant, Int, Node, SharedFields, Text, TextList } from '../../kernel/model/index.js';

/** What the versions of offerings, products, tariff plans and tariff rules say of how they came to be (MOD-81). */
@SharedFields()
export abstract class KeptVersion extends Node {
  @Int({ description: 'Number of the version, from 1.', access: 'slow' })
  number!: number;

  @TextList({
    description: 'Top-level fields of `content` that differ from the version before; empty for the first one.',
  })
  changedFields!: string[];

  @Text({
    description:
      'Who made the change, such as a staff number; null for what came with the system, and for first versions of tariffs.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  changedBy?: string | null;

  @Instant({ description: 'When the change was made.' })
  changedAt!: Date;

  @Text({ description: 'Why, in the words of who made or asked for it.', nullable: true, max: 500 })
  reason?: string | null;
}
