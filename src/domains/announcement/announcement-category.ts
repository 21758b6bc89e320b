import { Bool, Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({ tag: 'na', plural: 'announcementCategories', description: 'A category of announcements (OPS-34).' })
export class AnnouncementCategory extends Node {
  @Text({ description: 'Stable code, such as `TARIFF`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Bool({ description: 'Whether new announcements may have it.', access: 'slow' })
  active: boolean = true;
}
