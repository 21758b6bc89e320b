/**
 * Lets plain Node import the project's TypeScript, decorators included: `./x.js` finds `./x.ts`, and swc compiles it
 * as the build does. For what runs outside jest's own transform: its global setup, and processes that tests start.
 * Use it with `node --import`, or import it before the first dynamic `import()` of a `.ts` file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const isOurs = (url) => url.startsWith('file:') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL && isOurs(context.parentURL)) {
      const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
      if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
  load(url, context, nextLoad) {
    if (!isOurs(url) || !url.endsWith('.ts')) return nextLoad(url, context);
    const filename = fileURLToPath(url);
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const { code } = transformSync(readFileSync(filename, 'utf8'), { filename, cwd: root, root, sourceMaps: 'inline' });
    return { source: code, format: 'module', shortCircuit: true };
  },
});
