import { Bool, Int, JsonValue, Node, Noun, One, Text, TextList, UniqueTogether } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { BaseInterface } from './base-interface.js';

/** Where a screen stands in a view, in pixels. */
export interface ScreenWindow {
  screen: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

@UniqueTogether(['employee', 'name'])
@UniqueTogether(['employee'], '"main"')
@Noun({
  tag: 'vw',
  description:
    'A view that a user put together for their work: menus in frequent use, and screens that open by themselves (SYS-50). Seen by its owner only.',
})
export class WorkspaceView extends Node {
  @One(() => Employee, { description: 'Whose view it is.', hideable: true })
  employee!: Employee;

  @One(() => BaseInterface, {
    description: 'The standard interface that it was made of.',
    inverse: 'views',
    inverseDescription: 'Views that the caller made of it.',
  })
  base!: BaseInterface;

  @Text({ description: 'Name; one view of its owner has it.', max: 100 })
  name!: string;

  @Bool({ description: 'Whether it is shown after signing in; one view of its owner is.', access: 'slow' })
  main!: boolean;

  @TextList({ description: 'Codes of its menus, in order: menus of the standard interface.' })
  menus: string[] = [];

  @TextList({ description: 'Codes of the screens that open by themselves, in order.' })
  openScreens: string[] = [];

  @JsonValue({ description: 'Where its screens stand: a list of `{screen, x, y, width, height}` in pixels (SYS-34).' })
  windows!: ScreenWindow[];

  @Int({ description: 'Grows by one with every change; send it as `expectedVersion`.' })
  version!: number;
}
