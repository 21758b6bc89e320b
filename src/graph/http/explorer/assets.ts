import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Handler } from '../exchange.js';

const require = createRequire(import.meta.url);

function packageFolder(name: string): string {
  return dirname(require.resolve(`${name}/package.json`));
}

/**
 * The files the explorer page is made of, by path: all from installed packages, nothing from elsewhere.
 * Only what is listed here can be fetched, so no path leads out of a folder.
 */
export function assetFiles(): Map<string, string> {
  const graphqlWs = join(packageFolder('graphql-ws'), 'dist');
  // The browser client and the chunk it imports, whose name changes with every release.
  const modules = readdirSync(graphqlWs).filter((file) => file === 'client.js' || /^common-[\w-]+\.js$/.test(file));
  return new Map([
    ['/explorer/client.js', join(import.meta.dirname, 'client.js')],
    ['/explorer/react.js', join(packageFolder('react'), 'umd/react.production.min.js')],
    ['/explorer/react-dom.js', join(packageFolder('react-dom'), 'umd/react-dom.production.min.js')],
    ['/explorer/graphiql.js', join(packageFolder('graphiql'), 'graphiql.min.js')],
    ['/explorer/graphiql.css', join(packageFolder('graphiql'), 'graphiql.min.css')],
    ...modules.map((file): [string, string] => [`/explorer/graphql-ws/${file}`, join(graphqlWs, file)]),
  ]);
}

const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Serves one file, read at its first use; a browser that has it already is told so. */
export function serveFile(file: string): Handler {
  let loaded: { body: Buffer; etag: string } | undefined;
  return ({ req }) => {
    loaded ??= load(file);
    const headers = {
      'content-type': `${types[extname(file)] ?? 'application/octet-stream'}; charset=utf-8`,
      'cache-control': 'no-cache',
      etag: loaded.etag,
    };
    if (req.headers['if-none-match'] === loaded.etag) return { status: 304, headers, body: '' };
    return { status: 200, headers, body: loaded.body };
  };
}

function load(file: string): { body: Buffer; etag: string } {
  const body = readFileSync(file);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
