import {
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const workspaceEvents = defineEventTypes({
  'interface.saved': recordChange('BaseInterface', 'A base interface was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'workspace.view.saved': fact('WorkspaceView', 'A user saved a view of their workspace.', {
    version: whole('Version that it made.'),
  }),
  'workspace.view.removed': fact('WorkspaceView', 'A user removed a view of their workspace.'),
  'user.setting.removed': fact('UserSetting', 'A user went back to the default of a setting.'),
  'user.setting.saved': fact('UserSetting', 'A user chose a setting.'),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof workspaceEvents> {}
}
