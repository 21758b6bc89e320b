import { describeEnum, EnumOf, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';

export enum UserSettingKind {
  PRINT = 'PRINT',
  VIEW = 'VIEW',
  SAVE = 'SAVE',
}

describeEnum(UserSettingKind, 'UserSettingKind', 'What a user sets for themselves (17.5.2).', {
  PRINT: 'Printer, pages, copies and zoom (SYS-33).',
  VIEW: 'Position and size of the window, ratio and zoom (SYS-34).',
  SAVE: 'File name, type and path when saving (SYS-35).',
});

@UniqueTogether(['employee', 'kind', 'screen'])
@Noun({
  tag: 'us',
  description:
    'What a user set for themselves on a screen, or on all of them, in place of what the operator set. Seen by its owner only.',
})
export class UserSetting extends Node {
  @One(() => Employee, { description: 'Whose setting it is.', hideable: true })
  employee!: Employee;

  @EnumOf(() => UserSettingKind, { description: 'What is set.' })
  kind!: UserSettingKind;

  @Text({ description: 'Code of the screen for which it holds; empty for all that have none of their own.', max: 100 })
  screen!: string;

  @JsonValue({ description: 'The value, as the parameter type of the same name says.' })
  value!: unknown;
}
