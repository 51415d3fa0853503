/**
 * Who may import whom. Type imports count too, and there are no exceptions:
 *
 *   routes → lib/components → lib/room → domain ← server/rooms ← server/{sync,stage,http} ← server/main
 *                                    ↘ protocol ↙
 */
const ours = '^(src|server|tests|bench|scripts)/';
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;

/** `from` may reach, of our own code, only `allowed`. */
const zone = (name, from, allowed, comment) => ({
  name: `zone-${name}`,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: [from, ...allowed] },
});

/** `packages` may be imported only under `allowed`; tests and measurements may import anything. */
const only = (name, packages, allowed, comment) => ({
  name: `only-${name}`,
  comment,
  severity: 'error',
  from: { path: '^(src|server)/', pathNot: allowed },
  to: { path: npm(...packages) },
});

const domain = '^src/domain/';
const protocol = '^src/protocol/';
const room = '^src/lib/room/';
const ui = '^src/lib/ui/';
const text = '^src/lib/text/';
const components = '^src/lib/components/';
const rooms = '^server/rooms/';
const store = '^server/store/';

/** Where a browser, the server and the thread of its store begin. */
const starts = [
  '^src/routes/',
  '^src/service-worker\\.ts$',
  '^server/main\\.ts$',
  '^server/backup\\.ts$',
  '^server/store/[a-z-]+-worker\\.ts$',
];

module.exports = {
  forbidden: [
    zone('protocol', protocol, [], 'The wire knows nothing of what it carries.'),
    zone(
      'domain',
      domain,
      [protocol],
      'The rules of a meeting run in the browser, the server and tests alike.',
    ),
    zone('lib-room', room, [domain, protocol], 'The room in the browser does not know how it is shown.'),
    zone('lib-ui', ui, ['^src/lib/text/ui\\.ts$'], 'Controls have no words of the product.'),
    zone('lib-text', text, [protocol], 'Strings know nothing of what shows them.'),
    zone(
      'lib-components',
      components,
      [room, ui, text, domain, protocol],
      'Components are composed by routes.',
    ),
    zone(
      'routes',
      '^src/routes/',
      ['^src/lib/', '^src/app\\.css$', domain, protocol],
      'Pages run in the browser.',
    ),
    zone(
      'service-worker',
      '^src/service-worker',
      [protocol],
      'The worker caches files and knows no meeting.',
    ),
    zone('store', store, ['^src/protocol/ids\\.ts$'], 'The store knows bytes, ids and dates.'),
    zone('server-rooms', rooms, [store, domain, protocol], 'A room does not know how people reach it.'),
    ...['sync', 'stage', 'http'].map((part) =>
      zone(
        `server-${part}`,
        `^server/${part}/`,
        [rooms, store, domain, protocol],
        'The three ways into a room do not know each other.',
      ),
    ),
    {
      name: 'zone-server',
      comment: 'The server serves the built app; it never imports it.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: ours, pathNot: ['^server/', domain, protocol] },
    },
    {
      name: 'main-is-last',
      comment: 'Everything hangs on objects that main builds and hands down.',
      severity: 'error',
      from: { path: ours, pathNot: '^(server/main\\.ts|tests/|bench/)' },
      to: { path: '^server/main\\.ts$' },
    },
    {
      name: 'tests-are-not-product',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: { path: '^(tests|bench|scripts)/' },
    },

    only(
      'yjs',
      ['yjs', 'lib0'],
      [domain, rooms, '^server/sync/', room],
      'Everybody else speaks of notes, decisions and text fields.',
    ),
    only('y-browser', ['y-websocket', 'y-indexeddb'], [room], 'Connections of the browser.'),
    only('y-protocols', ['y-protocols'], ['^server/sync/', room], 'The sync protocol has two ends.'),
    only('express', ['express', 'helmet'], ['^server/http/'], 'HTTP has one place.'),
    only('cookie', ['cookie'], [rooms], 'The seat is read from its cookie in one place.'),
    only('ws', ['ws'], ['^server/sync/'], 'The relay owns its sockets.'),
    only('socket-io', ['socket\\.io'], ['^server/stage/'], 'The stage owns its sockets.'),
    only('socket-io-client', ['socket\\.io-client'], [room], 'Connections of the browser.'),
    {
      name: 'only-domain-packages',
      comment: 'Pure TypeScript: nothing of Node, the DOM, Svelte or sockets.',
      severity: 'error',
      from: { path: [domain, protocol] },
      to: {
        path: '.',
        pathNot: [
          ours,
          npm('yjs', 'lib0', 'zod', '@noble/hashes', 'mdast', 'unist', 'mdast-util-[a-z-]+'),
          npm('fflate', 'ical\\.js'),
        ],
      },
    },
    {
      name: 'protocol-needs-zod-alone',
      severity: 'error',
      from: { path: protocol },
      to: { path: '.', pathNot: [ours, npm('zod')] },
    },
    {
      name: 'no-node-in-the-browser',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-app-on-the-server',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: npm('svelte', '@sveltejs', 'bits-ui', '@lucide') },
    },

    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file nobody imports, that is nobody’s entry, is dead.',
      severity: 'error',
      from: {
        orphan: true,
        path: ours,
        pathNot: [
          '^src/routes/',
          '^src/service-worker',
          '^scripts/',
          '\\.d\\.ts$',
          '\\.test\\.ts$',
          '\\.spec\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'no-code-for-tests-alone',
      comment: 'All product code is reached from where it starts. The store in memory is there for tests.',
      severity: 'error',
      from: { path: starts },
      to: { path: '^(src|server)/', pathNot: [...starts, '^server/store/memory-'], reachable: false },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app/|\\$service-worker$)' },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: '`npm start` runs with the dependencies alone.',
      severity: 'error',
      from: { path: '^(src|server)/' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: '^node_modules/@types/',
      },
    },
    {
      name: 'no-undeclared-dependency',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.svelte-kit|build|reports)/' },
    tsPreCompilationDeps: true,
    // Only for `$lib`: the paths in Kit's own tsconfig are relative to its folder, which the resolver overlooks.
    tsConfig: { fileName: 'tsconfig.zones.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts'],
    },
  },
};
