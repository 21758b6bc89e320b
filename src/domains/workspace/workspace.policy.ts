import { allow, allowSignedIn, definePolicy, everyRow, ofEmployee } from '../../kernel/access/index.js';
import { AuditCategory, auditAs } from '../../kernel/audit/index.js';
import { BaseInterface } from './base-interface.js';
import { UserSetting } from './user-setting.js';
import { WorkspaceView } from './workspace-view.js';

definePolicy(BaseInterface, { STAFF: everyRow });
// What people set for themselves is nobody else's business.
definePolicy(WorkspaceView, { STAFF: ofEmployee('employee') });
definePolicy(UserSetting, { STAFF: ofEmployee('employee') });

allow({ baseInterfaceSave: ['STAFF'] });
// No permission is needed to set up one's own work.
allowSignedIn('workspaceViewSave', 'workspaceViewRemove', 'userSettingSave');
auditAs(AuditCategory.BASIC_DATA, 'baseInterfaceSave', 'workspaceViewSave', 'workspaceViewRemove', 'userSettingSave');
