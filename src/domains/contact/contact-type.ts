import { Bool, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ContactClass, ContactDirection } from './contact-enums.js';

@Noun({
  tag: 'xt',
  description:
    'What a contact is about, such as a fault report or a return visit; operators extend the list (CON-09, CON-39).',
})
export class ContactType extends Node {
  @Text({ description: 'Code, such as `FAULT` or `RETURN_VISIT`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => ContactDirection, { description: 'Direction of contacts of this type.' })
  direction!: ContactDirection;

  @EnumOf(() => ContactClass, { description: 'Coarse class.' })
  contactClass!: ContactClass;

  @One(() => ContactType, {
    description: 'The wider type; null at the top.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Types directly below this one.',
  })
  parent?: ContactType | null;

  @Bool({ description: 'Whether new contacts may use it.', access: 'slow' })
  active!: boolean;
}
