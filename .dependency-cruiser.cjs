/** The arrows of the house: plugins → domains → kernel, graph → kernel, main → all. */
module.exports = {
  forbidden: [
    { name: 'kernel-knows-no-domain', severity: 'error', from: { path: '^src/kernel/' }, to: { path: '^(src/(domains|graph|migrations|start|main)|plugins|seeds)' } },
    { name: 'graph-knows-no-domain', severity: 'error', from: { path: '^src/graph/', pathNot: '\\.test\\.ts$' }, to: { path: '^(src/(domains|main)|plugins|seeds)' } },
    { name: 'domains-stand-on-kernel', severity: 'error', from: { path: '^src/domains/', pathNot: '\\.test\\.ts$' }, to: { path: '^(src/(graph|main|testing)|plugins|seeds)' } },
    {
      name: 'domain-through-its-index',
      severity: 'error',
      from: { path: '^src/domains/([^/]+)/' },
      to: { path: '^src/domains/([^/]+)/', pathNot: ['^src/domains/$1/', '^src/domains/[^/]+/index\\.ts$'] },
    },
    {
      name: 'domain-through-its-index-from-outside',
      severity: 'error',
      from: { path: '^(src/(main|testing)|plugins|seeds)' },
      to: { path: '^src/domains/[^/]+/', pathNot: ['^src/domains/[^/]+/index\\.ts$', '^src/domains/index\\.ts$'] },
    },
    { name: 'plugins-know-no-graph', severity: 'error', from: { path: '^plugins/', pathNot: '\\.test\\.ts$' }, to: { path: '^src/(graph|main)' } },
    { name: 'no-test-in-product', severity: 'error', from: { pathNot: '(\\.test\\.ts$|^src/testing/)' }, to: { path: '(\\.test\\.ts$|^src/testing/)' } },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' } },
};
