import { createHash } from 'node:crypto';
import type { Reply } from '../exchange.js';
import type { Example } from '../options.js';

/** What the page needs to know. */
export interface ExplorerSettings {
  /** The operations of the tabs. */
  examples: readonly Example[];
  /** A development token for the headers editor; without it the reader brings their own. */
  token: string | undefined;
}

/** Everything from this server only. GraphiQL sets styles from scripts and carries its fonts within its stylesheet. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The GraphiQL page. The settings travel as data: the content policy allows no script in the page itself. */
export function explorerPage(settings: ExplorerSettings): Reply {
  const version = createHash('sha256').update(JSON.stringify(settings.examples)).digest('base64url').slice(0, 12);
  const data = JSON.stringify({ ...settings, version }).replaceAll('<', '\\u003c');
  const body = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Switchboard</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/explorer/graphiql.css">
    <style>html, body, #explorer { height: 100%; margin: 0; }</style>
    <script type="application/json" id="settings">${data}</script>
    <script src="/explorer/react.js" defer></script>
    <script src="/explorer/react-dom.js" defer></script>
    <script src="/explorer/graphiql.js" defer></script>
    <script src="/explorer/client.js" type="module"></script>
  </head>
  <body>
    <div id="explorer">Loading the explorer…</div>
  </body>
</html>
`;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': contentPolicy };
  return { status: 200, headers, body };
}
