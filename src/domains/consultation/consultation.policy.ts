import { allow } from '../../kernel/access/index.js';

allow({ contractReviewRequest: ['STAFF'], slaCandidateConsult: ['STAFF'] });
