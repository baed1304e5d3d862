/**
 * The direction of dependencies, as a program. One rule per sentence of docs/architecture.md.
 *
 *   domain  <-  protocol  <-  { src-main, src-renderer, sync-server }
 *
 * The three programs never import one another; they meet only in protocol/.
 */
const ENTRY = [
  '^src-main/(main|preload|ocr/ocr-(process|thread)|extract/extract-process|search/search-process)[.]ts$',
  '^src-renderer/main[.]tsx$',
  '[.]worker[.]ts$',
  '^sync-server/server[.]ts$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'D1-domain-imports-only-domain',
      severity: 'error',
      comment:
        'domain/ holds rules that must run the same in a window, in main and on the server. It imports nothing else but zod, node: included.',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'D2-migrations-are-frozen',
      severity: 'error',
      comment:
        'A migration describes the past. It may not import live schema or rules, which will change under it; copy what it needs.',
      from: { path: '(^|/)migrations/[0-9]' },
      to: { pathNot: '((^|/)migrations/[0-9]|^domain/kernel/|node_modules/zod/)' },
    },
    {
      name: 'D3-only-commands-know-the-assistant',
      severity: 'error',
      comment: 'The assistant reads what the rest of domain/ knows. Words that both read stand in domain/words/.',
      from: { path: '^domain/', pathNot: '^domain/(assistant|commands)/' },
      to: { path: '^domain/assistant/' },
    },
    {
      name: 'P1-protocol-imports-only-domain',
      severity: 'error',
      comment:
        'protocol/ describes what crosses a boundary; it may name domain types and one validation library, never a program.',
      from: { path: '^protocol/' },
      to: { pathNot: ['^(domain|protocol)/', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'A1-programs-do-not-import-each-other',
      severity: 'error',
      comment: 'src-main, src-renderer and sync-server meet only in protocol/.',
      from: { path: '^(src-main|src-renderer|sync-server)/' },
      to: { path: '^(src-main|src-renderer|sync-server)/', pathNot: '^$1/' },
    },
    {
      name: 'R1-renderer-has-no-node-and-no-electron',
      severity: 'error',
      comment: 'The renderer is a sandboxed web page. Everything native comes through ports/desktop.ts.',
      from: { path: '^src-renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'R2-no-electron-outside-main',
      severity: 'error',
      from: { pathNot: '^(src-main|test)/' },
      to: { path: '(^|/)node_modules/electron/' },
    },
    {
      name: 'R3-features-do-not-import-features',
      severity: 'error',
      comment: 'A feature may be deleted by deleting its folder. Shared parts move down to data/ or ui/.',
      from: { path: '^src-renderer/features/([^/]+)/' },
      to: { path: '^src-renderer/features/([^/]+)/', pathNot: '^src-renderer/features/$1/' },
    },
    {
      name: 'R4-renderer-layers',
      severity: 'error',
      comment: 'ui <- features <- app; data and sync never import a component.',
      from: { path: '^src-renderer/(data|sync|ports|ui)/' },
      to: { path: '^src-renderer/(features|app)/' },
    },
    {
      name: 'R5-rxdb-only-in-data-and-sync',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: '^src-renderer/(data|sync)/' },
      to: { path: '(^|/)node_modules/rxdb/' },
    },
    {
      name: 'S1-couch-behind-its-port',
      severity: 'error',
      comment:
        'Only the composition root may see the adapters in store/couch and store/embedded. The rest takes the DocStore port.',
      from: { path: '^sync-server/', pathNot: ['^sync-server/store/(couch|embedded)/', '^sync-server/server[.]ts$'] },
      to: { path: '^sync-server/store/(couch|embedded)/' },
    },
    {
      name: 'T1-product-does-not-import-tests',
      severity: 'error',
      from: { pathNot: '^(test|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'G1-no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'G2-no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: [...ENTRY, '^(test|scripts)/', '[.]d[.]ts$', '[.]config[.]'] },
      to: {},
    },
    { name: 'G3-resolvable-and-declared', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'G4-no-dev-dependency-in-product',
      severity: 'error',
      from: { pathNot: '^(test|scripts)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: ['node_modules/electron/', 'node_modules/typescript/'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
