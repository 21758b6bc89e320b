import { jest } from '@jest/globals';

// On a shared machine a deadline may pass while other work runs: a test that failed is tried once more, and its first failure shown.
jest.retryTimes(1, { logErrorsBeforeRetry: true });
