import { describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerUnit } from './partner-unit.js';

export enum PartnerAnnouncementStatus {
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
}
describeEnum(PartnerAnnouncementStatus, 'PartnerAnnouncementStatus', 'State of an announcement of a partner.', {
  PUBLISHED: 'Its audience reads it.',
  WITHDRAWN: 'Taken back; only its author and staff of the operator see it.',
});

@Noun({
  tag: 'zn',
  description: 'A notice of a partner to its own operators, or to those of a unit and all below it (SYS-57).',
})
export class PartnerAnnouncement extends Node {
  @One(() => Partner, {
    description: 'The partner.',
    inverse: 'announcements',
    inverseDescription: 'Its notices to its own operators, as far as the caller may see them.',
  })
  partner!: Partner;

  @One(() => PartnerUnit, { description: 'The unit it is for, with all below; null for all.', nullable: true })
  unit?: PartnerUnit | null;

  @One(() => PartnerOperator, { description: 'Who wrote it; null for a system of the partner.', nullable: true })
  author?: PartnerOperator | null;

  @Text({ description: 'Title.', access: 'search' })
  title!: string;

  @Text({ description: 'Text.', max: 8000 })
  body!: string;

  @EnumOf(() => PartnerAnnouncementStatus, { description: 'State.', access: 'btree' })
  status!: PartnerAnnouncementStatus;

  @Instant({ description: 'When it was published.', access: 'btree' })
  publishedAt!: Date;

  @One(() => Partner, { description: 'The partner while all its operators read it; null otherwise.', nullable: true })
  reachedPartner?: Partner | null;

  @One(() => PartnerUnit, { description: 'The unit while its operators read it; null otherwise.', nullable: true })
  reachedUnit?: PartnerUnit | null;
}
