import { allow, anyOf, definePolicy, inOrganisation, via, whoSees } from '../../kernel/access/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';

// Members of the units that take part see the case with its tasks, and nobody else does, in whatever region they work.
definePolicy(OneStopUnit, { STAFF: anyOf(inOrganisation('organization'), inOrganisation('oneStopCase', 'origin')) });
definePolicy(OneStopCase, { STAFF: whoSees(OneStopUnit, 'oneStopCase') });
definePolicy(OneStopTask, { STAFF: via('oneStopCase') });

allow({
  oneStopCaseOpen: ['STAFF'],
  oneStopCaseChange: ['STAFF'],
  oneStopCaseEnd: ['STAFF'],
  oneStopUnitJoin: ['STAFF'],
  oneStopUnitLeave: ['STAFF'],
  oneStopTaskGive: ['STAFF'],
  oneStopTaskHandOver: ['STAFF'],
  oneStopTaskComplete: ['STAFF'],
  oneStopWork: ['STAFF'],
});
