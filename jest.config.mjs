/** Tests stand beside what they test; each worker loads the house once, and each file owns a database made from one migrated template. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/plugins', '<rootDir>/seeds'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  testRunner: '<rootDir>/src/testing/native-runner.mjs',
  transform: { '^.+\\.ts$': '@swc/jest' },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  globalSetup: '<rootDir>/src/testing/global-setup.mjs',
  globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
  // Servers that are killed under load want both cores to themselves: a run of their own, small in CI, large by `npm run test:faults`.
  testPathIgnorePatterns: ['/node_modules/', ...(process.env.FAULTS ? [] : ['/faults\\.test\\.ts$'])],
  // A core each.
  maxWorkers: '100%',
  // What a fault shows only now and then must not be tried away.
  setupFilesAfterEnv: process.env.CI && !process.env.FAULTS ? ['<rootDir>/src/testing/retry.ts'] : [],
  testTimeout: 120_000,
};
