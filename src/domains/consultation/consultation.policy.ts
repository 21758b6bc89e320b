import { allow } from '../../kernel/access/index.js';

allow({ contractReviewRequest: ['STAFF'], proposalReviewRequest: ['STAFF'], slaCandidateConsult: ['STAFF'] });
