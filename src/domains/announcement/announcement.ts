import { Bool, describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { AnnouncementCategory } from './announcement-category.js';
import { AnnouncementTemplate } from './announcement-template.js';

export enum AnnouncementStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}

describeEnum(AnnouncementStatus, 'AnnouncementStatus', 'State of an announcement (OPS-35).', {
  DRAFT: 'Being written; only its author sees it.',
  PUBLISHED: 'Its audience reads it.',
  WITHDRAWN: 'Taken back; only its author sees it.',
  EXPIRED: 'Its time is over; only its author sees it.',
});

@Noun({
  tag: 'nn',
  description:
    'A notice to departments, virtual teams, employees, work positions or partners (公告, OPS-32..36). Seen by its author and, while it is published, by its audience.',
})
export class Announcement extends Node {
  @Text({ description: 'Title.', access: 'search' })
  title!: string;

  @Text({ description: 'Text.', max: 8000 })
  body!: string;

  @One(() => AnnouncementCategory, {
    description: 'Category.',
    inverse: 'announcements',
    inverseDescription: 'Announcements of the category, as far as the caller may see them.',
  })
  category!: AnnouncementCategory;

  @One(() => AnnouncementTemplate, {
    description: 'The template it was made of; null for none, and for callers who may not see it.',
    nullable: true,
  })
  template?: AnnouncementTemplate | null;

  @One(() => InternalOrganization, {
    description: 'Unit of its author.',
    hideable: true,
    inverse: 'announcements',
    inverseDescription: 'Announcements of its staff, as far as the caller may see them.',
  })
  organization!: InternalOrganization;

  @One(() => Employee, { description: 'Who wrote it.', hideable: true })
  author!: Employee;

  @EnumOf(() => AnnouncementStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: AnnouncementStatus;

  @Bool({ description: 'Whether readers may forward it beyond its audience.', access: 'slow' })
  forwardable!: boolean;

  @Instant({ description: 'When it was published; null before.', nullable: true, access: 'btree' })
  publishedAt?: Date | null;

  @Instant({ description: 'Until when it is read; null without end.', nullable: true, access: 'btree' })
  validTo?: Date | null;
}
