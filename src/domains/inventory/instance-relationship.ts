import { describeEnum, EnumOf, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ProductInstance } from './product-instance.js';

export enum InstanceRelationshipKind {
  GUARANTEE = 'GUARANTEE',
  DEPEND = 'DEPEND',
  ATTACHED = 'ATTACHED',
  CO_LINE = 'CO_LINE',
}

describeEnum(InstanceRelationshipKind, 'InstanceRelationshipKind', 'How two product instances relate (MOD-78).', {
  GUARANTEE: '`from` stands as guarantee for `to`.',
  DEPEND: '`from` works only while `to` does.',
  ATTACHED: '`from` is attached to the main product instance `to`.',
  CO_LINE: 'Both run over the same line.',
});

@UniqueTogether(['from', 'to', 'kind'])
@Noun({ tag: 'ir', root: false, description: 'A relation between two product instances (MOD-78).' })
export class InstanceRelationship extends Node {
  @One(() => ProductInstance, {
    description: 'Instance that the relation starts from.',
    inverse: 'relationships',
    inverseDescription: 'Relations that start from this instance.',
  })
  from!: ProductInstance;

  @One(() => ProductInstance, {
    description: 'Instance that the relation points to.',
    inverse: 'relationshipsTo',
    inverseDescription: 'Relations that point to this instance.',
  })
  to!: ProductInstance;

  @EnumOf(() => InstanceRelationshipKind, { description: 'Meaning of the relation.' })
  kind!: InstanceRelationshipKind;
}
