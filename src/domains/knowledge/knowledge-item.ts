import {
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Document } from '../document/index.js';
import { ProcessTemplateVersion } from '../process/index.js';

export enum KnowledgeType {
  TEMPLATE = 'TEMPLATE',
}
describeEnum(KnowledgeType, 'KnowledgeType', 'Type of a piece of knowledge.', {
  TEMPLATE: 'A template, such as that of a process (模板, WFL-32).',
});

@UniqueTogether(['processVersion'], 'process_version_id is not null')
@Noun({
  tag: 'yi',
  description:
    'A piece of knowledge that staff find and read (知识条目). Its versions follow one another; the last one is valid.',
})
export class KnowledgeItem extends Node {
  @Text({ description: 'Number for people, such as `KN-00000012`.', max: 40, access: 'unique' })
  itemNo!: string;

  @EnumOf(() => KnowledgeType, { description: 'Type.', access: 'btree' })
  type!: KnowledgeType;

  @Text({ description: 'Category, such as `PROCESS`.', max: 60, access: 'btree', grouped: true })
  category!: string;

  @Text({ description: 'Title.', access: 'search' })
  title!: string;

  @Text({ description: 'What it says, for people; null when it is in the attachments.', nullable: true, max: 4000 })
  content?: string | null;

  @Text({
    description: 'Number of the template that was filed, the same for all its versions (WFL-32).',
    max: 60,
    access: 'btree',
  })
  templateNo!: string;

  @One(() => ProcessTemplateVersion, {
    description: 'The version of a process template that was filed; null for other knowledge.',
    nullable: true,
    inverse: 'knowledgeItems',
    inverseDescription:
      'Under what it is filed as knowledge, at most one; that is done by itself soon after its publication (WFL-32).',
  })
  processVersion?: ProcessTemplateVersion | null;

  @Instant({ description: 'When it was sent to be filed, soon after its publication (WFL-32).', access: 'slow' })
  sentAt!: Date;

  @Text({ description: 'Who sent it: whoever published what is filed.', max: 100, access: 'slow' })
  sentBy!: string;

  @Int({ description: 'Number of the version, from 1.', access: 'slow' })
  version!: number;

  @Value(() => TimePeriod, {
    description: 'When it is valid: from its publication until the next version is published.',
  })
  validity!: TimePeriod;

  @One(() => KnowledgeItem, {
    description: 'The version before; null for the first.',
    nullable: true,
    inverse: 'successors',
    inverseDescription: 'The version after, at most one.',
  })
  previous?: KnowledgeItem | null;
}

@UniqueTogether(['item', 'document'])
@Noun({ tag: 'yf', description: 'A document that belongs to a piece of knowledge (WFL-33).' })
export class KnowledgeAttachment extends Node {
  @One(() => KnowledgeItem, {
    description: 'The piece of knowledge.',
    inverse: 'attachments',
    inverseDescription: 'Documents that go along with it (WFL-33).',
  })
  item!: KnowledgeItem;

  @One(() => Document, {
    description: 'The document; whoever sees the piece of knowledge may read it.',
    inverse: 'knowledgeAttachments',
    inverseDescription: 'Pieces of knowledge that it belongs to.',
  })
  document!: Document;
}
