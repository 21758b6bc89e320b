import './workspace.events.js';
import type { Domain } from '../../kernel/domain.js';
import { BaseInterface } from './base-interface.js';
import { ensureBaseInterfaces } from './base-interfaces.js';
import './default-settings.js';
import { WorkbenchResolver } from './workbench.resolver.js';
import { UserSetting } from './user-setting.js';
import { WorkspaceView } from './workspace-view.js';
import './workspace.policy.js';
import { WorkspaceResolver } from './workspace.resolver.js';

export * from './base-interface.js';
export * from './user-setting.js';
export * from './workspace-view.js';

/** What each user sets up for their own work (17.5.2, 17.5.4). */
export const workspace: Domain = {
  name: 'workspace',
  entities: [BaseInterface, WorkspaceView, UserSetting],
  resolvers: [WorkspaceResolver, WorkbenchResolver],
  baseline: ensureBaseInterfaces,
};
