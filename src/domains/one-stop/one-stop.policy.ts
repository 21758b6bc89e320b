import {
  allow,
  anyOf,
  definePermission,
  definePolicy,
  inOneStopUnit,
  via,
  whoSees,
} from '../../kernel/access/index.js';
import { ONE_STOP_READ } from '../access/index.js';
import { OneStopCase } from './one-stop-case.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopUnit } from './one-stop-unit.js';

definePermission({
  name: ONE_STOP_READ,
  area: 'one-stop',
  description: 'To read of one-stop business in which the own unit, or one below it, takes part (WFL-74).',
});

// One-stop staff of the units that take part see the case with its tasks, and of those above them as far as their position reaches: a place
// in the headquarters alone shows nothing.
definePolicy(OneStopUnit, { STAFF: anyOf(inOneStopUnit('organization'), inOneStopUnit('oneStopCase', 'origin')) });
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
