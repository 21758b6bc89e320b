/* global document, location, localStorage, React, ReactDOM, GraphiQL -- this file runs in the browser */
import { createClient } from './graphql-ws/client.js';

const { examples, token, version } = JSON.parse(document.getElementById('settings').textContent);
const endpoint = new URL('/graphql', location.href);

// Subscriptions carry the headers of the tab they were started from, read when the socket opens.
let headers = {};
const wsClient = createClient({
  url: endpoint.href.replace(/^http/, 'ws'),
  connectionParams: () => headers,
});
const send = GraphiQL.createFetcher({ url: endpoint.href, wsClient });

function fetcher(operation, options) {
  headers = options?.headers ?? {};
  return send(operation, options);
}

const defaultHeaders = JSON.stringify(
  { authorization: `Bearer ${token ?? '<npm run -s token -- --role admin>'}` },
  null,
  2,
);
const tabs = examples.map(({ name, query, variables }) => ({
  query: `# ${name}\n${query}`,
  variables: variables && JSON.stringify(variables, null, 2),
  headers: defaultHeaders,
}));

// Tabs are remembered per set of examples: when those change, after a new seed say, the new ones appear.
const prefix = `switchboard:${version}:`;
const storage = {
  get length() {
    return localStorage.length;
  },
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, value) => localStorage.setItem(prefix + key, value),
  removeItem: (key) => localStorage.removeItem(prefix + key),
  clear: () => localStorage.clear(),
};

ReactDOM.createRoot(document.getElementById('explorer')).render(
  React.createElement(GraphiQL, {
    fetcher,
    storage,
    defaultHeaders,
    defaultTabs: tabs.length > 0 ? tabs : undefined,
    defaultEditorToolsVisibility: 'headers',
  }),
);
