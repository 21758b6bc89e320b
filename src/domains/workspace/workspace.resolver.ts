import { Arg, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { Json } from '../../kernel/model/index.js';
import { BaseInterface } from './base-interface.js';
import { saveSetting, settingFor } from './setting.service.js';
import { UserSetting, UserSettingKind } from './user-setting.js';
import { WorkspaceView } from './workspace-view.js';
import {
  BaseInterfaceSaveInput,
  UserSettingSaveInput,
  WorkspaceViewRemoveInput,
  WorkspaceViewSaveInput,
} from './workspace.inputs.js';
import { removeView, saveBaseInterface, saveView } from './workspace.service.js';

@ObjectType({ description: 'Answer of a mutation of a standard interface.' })
export class BaseInterfacePayload extends Payload {
  @Field(() => BaseInterface, { nullable: true, description: 'The interface; null when nothing was written.' })
  baseInterface?: BaseInterface;
}

@ObjectType({ description: 'Answer of a mutation of a view.' })
export class WorkspaceViewPayload extends Payload {
  @Field(() => WorkspaceView, {
    nullable: true,
    description: 'The view; null when nothing was written, or when it was removed.',
  })
  view?: WorkspaceView | null;
}

@ObjectType({ description: 'Answer of a mutation of a setting.' })
export class UserSettingPayload extends Payload {
  @Field(() => UserSetting, {
    nullable: true,
    description: 'The setting; null when nothing was written, or when it was removed.',
  })
  setting?: UserSetting | null;
}

@Resolver()
export class WorkspaceResolver {
  @Query(() => Json, {
    description:
      'What holds for the calling staff on a screen: their own setting for it, their own for all screens, or what the operator set for their unit (SYS-33…35). FORBIDDEN for other kinds of callers.',
  })
  mySetting(
    @Arg('kind', () => UserSettingKind, { description: 'What is asked for.' }) kind: UserSettingKind,
    @Ctx() context: CallContext,
    @Arg('screen', () => String, { nullable: true, description: 'Code of the screen; all screens when left out.' })
    screen?: string | null,
  ): Promise<unknown> {
    requireKind(context.caller, 'STAFF');
    return settingFor(context, kind, screen ?? '');
  }

  @Mutation(() => BaseInterfacePayload, { description: 'Makes or replaces a standard interface (SYS-49).' })
  baseInterfaceSave(
    @Arg('input', () => BaseInterfaceSaveInput) input: BaseInterfaceSaveInput,
    @Ctx() context: CallContext,
  ): Promise<BaseInterfacePayload> {
    return answer(BaseInterfacePayload, async () => ({ baseInterface: await saveBaseInterface(context, input) }));
  }

  @Mutation(() => WorkspaceViewPayload, {
    description: 'Makes a view of the calling employee, or changes it (SYS-50). NOT_AN_EMPLOYEE for other callers.',
  })
  workspaceViewSave(
    @Arg('input', () => WorkspaceViewSaveInput) input: WorkspaceViewSaveInput,
    @Ctx() context: CallContext,
  ): Promise<WorkspaceViewPayload> {
    return answer(WorkspaceViewPayload, async () => ({ view: await saveView(context, input) }));
  }

  @Mutation(() => WorkspaceViewPayload, { description: 'Removes a view of the calling employee.' })
  workspaceViewRemove(
    @Arg('input', () => WorkspaceViewRemoveInput) input: WorkspaceViewRemoveInput,
    @Ctx() context: CallContext,
  ): Promise<WorkspaceViewPayload> {
    return answer(WorkspaceViewPayload, async () => {
      await removeView(context, input);
      return { view: null };
    });
  }

  @Mutation(() => UserSettingPayload, {
    description:
      'Sets how the calling employee prints, sees or saves, on one screen or all (SYS-33…35). NOT_AN_EMPLOYEE for other callers.',
  })
  userSettingSave(
    @Arg('input', () => UserSettingSaveInput) input: UserSettingSaveInput,
    @Ctx() context: CallContext,
  ): Promise<UserSettingPayload> {
    return answer(UserSettingPayload, async () => ({ setting: await saveSetting(context, input) }));
  }
}
