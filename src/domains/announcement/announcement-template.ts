import { Bool, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { AnnouncementCategory } from './announcement-category.js';

@Noun({
  tag: 'nt',
  description:
    'A template of announcements: title and text with fields such as `{tariff}` that are filled in (OPS-32).',
})
export class AnnouncementTemplate extends Node {
  @Text({ description: 'Stable code.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => AnnouncementCategory, {
    description: 'Category of what is made of it.',
    inverse: 'templates',
    inverseDescription: 'Templates of the category.',
  })
  category!: AnnouncementCategory;

  @Text({ description: 'Title, with fields in braces.' })
  title!: string;

  @Text({ description: 'Text, with fields in braces.', max: 8000 })
  body!: string;

  @TextList({ description: 'Names of its fields, in the order of their first place.' })
  fields: string[] = [];

  @Bool({ description: 'Whether new announcements may be made of it.', access: 'slow' })
  active: boolean = true;
}
