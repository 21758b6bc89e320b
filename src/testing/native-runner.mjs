/**
 * Runs a test file with jest's own circus, but in Node itself instead of a context of its own: the house is loaded once per worker, where
 * jest would compile, link and evaluate it anew for every file, which takes longer than most tests.
 *
 * The price is that the files of a worker share what modules keep. A file that adds to the house, such as nouns or ports of its own, says
 * `@isolated` in its first comment, and is run as jest would.
 */
import { readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import runner from 'jest-circus/runner';
import './typescript.mjs';

const require = createRequire(import.meta.url);
const circus = runner.default ?? runner;
const GLOBALS = '@jest/globals';
let turn = 0;

/** What there is of the `jest` object here; a file that wants more is isolated. */
const jest = {
  retryTimes(times, { logErrorsBeforeRetry = false } = {}) {
    globalThis[Symbol.for('RETRY_TIMES')] = times;
    globalThis[Symbol.for('LOG_ERRORS_BEFORE_RETRY')] = logErrorsBeforeRetry;
  },
};

// Every file has a circus of its own, and so has its `@jest/globals`.
registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier !== GLOBALS) return nextResolve(specifier, context);
    return { url: `jest-globals:${turn}`, format: 'module', shortCircuit: true };
  },
  load(url, context, nextLoad) {
    if (!url.startsWith('jest-globals:')) return nextLoad(url, context);
    const names = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'jest', 'test'];
    return { source: `export const { ${names.join(', ')} } = globalThis;`, format: 'module', shortCircuit: true };
  },
});

const isolated = (path) => /^\/\*\*(?:(?!\*\/)[^])*@isolated\b/.test(readFileSync(path, 'utf8'));

export default async function run(globalConfig, config, environment, runtime, path, send) {
  if (isolated(path)) return circus(globalConfig, config, environment, runtime, path, send);
  turn++;
  process.setSourceMapsEnabled(true);
  const bare = Object.create(runtime, {
    requireInternalModule: { value: freshly },
    requireModule: { value: require },
    setGlobalsForRuntime: { value: (globals) => Object.assign(globalThis, globals, { jest }) },
    unstable_shouldLoadAsEsm: { value: () => true },
    unstable_importModule: { value: (file) => import(`${pathToFileURL(file)}?${turn}`) },
  });
  const outside = Object.create(environment, { global: { value: globalThis } });
  process.env.SWITCHBOARD_SHARED_HOUSE = 'yes';
  try {
    return await circus(globalConfig, config, outside, bare, path, send);
  } finally {
    delete process.env.SWITCHBOARD_SHARED_HOUSE;
  }
}

/** Loads circus anew: what the file before has registered with it is gone. */
function freshly(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return require(path);
}
