import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  IntInput,
  JsonInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { BaseInterface } from './base-interface.js';
import { UserSettingKind } from './user-setting.js';
import { WorkspaceView } from './workspace-view.js';

@Input('A standard interface (SYS-49).')
export class BaseInterfaceSaveInput {
  @TextInput({ description: 'Code; the interface with it is replaced.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextListInput({
    description: 'Codes of the menus that it offers, in order; DUPLICATE for one given twice.',
    max: 200,
    maxText: 100,
  })
  menus!: string[];

  @TextListInput({
    description: 'Codes of the screens that open by themselves, in order; none when left out.',
    optional: true,
    max: 20,
    maxText: 100,
  })
  openScreens?: string[] | null;

  @BoolInput({ description: 'Whether new views may be made of it; true by default.', optional: true })
  active?: boolean | null;
}

@Input('Where a screen stands (SYS-34).')
export class ScreenWindowInput {
  @TextInput({ description: 'Code of the screen; DUPLICATE when it is given twice.', max: 100 })
  screen!: string;

  @IntInput({ description: 'Pixels from the left.', min: -20_000, max: 20_000 })
  x!: number;

  @IntInput({ description: 'Pixels from the top.', min: -20_000, max: 20_000 })
  y!: number;

  @IntInput({ description: 'Width in pixels.', min: 1, max: 20_000 })
  width!: number;

  @IntInput({ description: 'Height in pixels.', min: 1, max: 20_000 })
  height!: number;
}

@Input('A view of the calling employee (SYS-50).')
export class WorkspaceViewSaveInput {
  @IdInput(() => WorkspaceView, { description: 'The view to change; a new one when left out.', optional: true })
  viewId?: string | null;

  @IdInput(() => BaseInterface, {
    description: 'The standard interface that it is made of; NOT_ACTIVE when it may not be used for new views.',
  })
  baseId!: string;

  @TextInput({ description: 'Name; DUPLICATE when another view of the caller has it.', max: 100 })
  name!: string;

  @TextListInput({
    description:
      'Codes of its menus, in order; NOT_OFFERED for one that the standard interface has not. All of that when left out.',
    optional: true,
    max: 200,
    maxText: 100,
  })
  menus?: string[] | null;

  @TextListInput({
    description:
      'Codes of the screens that open by themselves, in order; those of the standard interface when left out.',
    optional: true,
    max: 20,
    maxText: 100,
  })
  openScreens?: string[] | null;

  @ListInput(() => ScreenWindowInput, { description: 'Where its screens stand.', max: 50 })
  windows!: ScreenWindowInput[];

  @BoolInput({
    description: 'Whether it is shown after signing in, in place of the one that was; false by default.',
    optional: true,
  })
  main?: boolean | null;

  @IntInput({ description: 'Version that the caller saw; VERSION_CONFLICT when it changed since.', optional: true })
  expectedVersion?: number | null;
}

@Input('A view of the calling employee to remove.')
export class WorkspaceViewRemoveInput {
  @IdInput(() => WorkspaceView, { description: 'The view.' })
  viewId!: string;
}

@Input('A setting of the calling employee (SYS-33…35).')
export class UserSettingSaveInput {
  @EnumInput(() => UserSettingKind, { description: 'What is set.' })
  kind!: UserSettingKind;

  @TextInput({ description: 'Code of the screen; all screens when left out.', optional: true, max: 100 })
  screen?: string | null;

  @JsonInput({
    description:
      'The value, as the parameter type of the same name says (INVALID_VALUE); null to use what the operator set again.',
    optional: true,
  })
  value?: unknown;
}
