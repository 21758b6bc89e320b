import { Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Catalogue } from './catalogue.js';

@UniqueTogether(['catalogue', 'code'])
@Noun({ tag: 'cn', root: false, description: 'A heading of a catalogue; headings nest to any depth (PRD-93).' })
export class CatalogueNode extends Node {
  @One(() => Catalogue, {
    description: 'Catalogue that the heading belongs to.',
    inverse: 'headings',
    inverseDescription: 'Headings of the catalogue, of every level.',
  })
  catalogue!: Catalogue;

  @One(() => CatalogueNode, {
    description: 'Heading that this one lies under; null at the top.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Headings directly under this one.',
  })
  parent?: CatalogueNode | null;

  @Text({ description: 'Code unique in the catalogue.', max: 60, access: 'slow' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.' })
  name!: string;

  @Int({ description: 'Level from 1 at the top.', access: 'slow' })
  level!: number;

  @Int({ description: 'Position among its siblings, from 1.', access: 'slow' })
  position!: number;
}
