import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

/** One forbidden import each: where it stands, what it imports, and the rule that must refuse it. */
const forbidden: readonly (readonly [file: string, target: string, rule: string])[] = [
  ['src/protocol/a.ts', '../domain/target.ts', 'zone-protocol'],
  ['src/domain/a.ts', '../lib/room/target.ts', 'zone-domain'],
  ['src/lib/room/a.ts', '../ui/target.ts', 'zone-lib-room'],
  ['src/lib/ui/a.ts', '../../protocol/target.ts', 'zone-lib-ui'],
  ['src/lib/ui/A.svelte', '../room/target.ts', 'zone-lib-ui'],
  ['src/lib/text/a.ts', '../room/target.ts', 'zone-lib-text'],
  ['src/lib/components/a.ts', '../../routes/target.ts', 'zone-lib-components'],
  ['src/routes/a.ts', '../../server/rooms/target.ts', 'zone-routes'],
  ['src/service-worker.ts', './domain/target.ts', 'zone-service-worker'],
  ['server/store/a.ts', '../../src/protocol/errors.ts', 'zone-store'],
  ['server/store/b.ts', '../../src/domain/target.ts', 'zone-store'],
  ['server/rooms/a.ts', '../sync/target.ts', 'zone-server-rooms'],
  ['server/sync/a.ts', '../stage/target.ts', 'zone-server-sync'],
  ['server/stage/a.ts', '../http/target.ts', 'zone-server-stage'],
  ['server/http/a.ts', '../sync/target.ts', 'zone-server-http'],
  ['server/config.ts', '../src/lib/room/target.ts', 'zone-server'],
  ['server/http/b.ts', '../main.ts', 'main-is-last'],
  ['server/sync/b.ts', '../../tests/target.ts', 'tests-are-not-product'],
  ['src/lib/components/b.ts', 'yjs', 'only-yjs'],
  ['server/stage/b.ts', 'lib0/encoding', 'only-yjs'],
  ['server/store/c.ts', 'yjs', 'only-yjs'],
  ['src/lib/components/c.ts', 'y-websocket', 'only-y-browser'],
  ['server/rooms/b.ts', 'y-protocols/sync', 'only-y-protocols'],
  ['server/stage/c.ts', 'express', 'only-express'],
  ['server/http/c.ts', 'ws', 'only-ws'],
  ['server/http/g.ts', 'cookie', 'only-cookie'],
  ['server/sync/c.ts', 'socket.io', 'only-socket-io'],
  ['src/lib/components/d.ts', 'socket.io-client', 'only-socket-io-client'],
  ['src/domain/b.ts', 'svelte', 'only-domain-packages'],
  ['src/protocol/b.ts', 'yjs', 'protocol-needs-zod-alone'],
  ['src/lib/room/b.ts', 'node:fs', 'no-node-in-the-browser'],
  ['server/http/d.ts', 'svelte', 'no-app-on-the-server'],
  ['server/rooms/c.ts', './d.ts', 'no-cycles'],
  ['server/rooms/e.ts', './missing.ts', 'no-unresolvable'],
  ['server/rooms/f.ts', '#domain/missing.ts', 'no-unresolvable'],
  ['server/http/e.ts', 'vitest', 'no-dev-dependency-in-product'],
  ['server/http/f.ts', 'acorn', 'no-undeclared-dependency'],
  ['src/routes/B.svelte', '../../server/rooms/target.ts', 'zone-routes'],
];

/** The ways in which parts are meant to meet. */
const allowed: readonly (readonly [file: string, target: string])[] = [
  ['src/domain/ok.ts', '#protocol/target.ts'],
  ['src/domain/yjs-ok.ts', 'yjs'],
  ['src/lib/room/ok.ts', '#domain/target.ts'],
  ['src/lib/components/Ok.svelte', '$lib/room/target.ts'],
  ['src/lib/components/ok.ts', '$lib/ui/target.ts'],
  ['src/lib/ui/ok.ts', '../text/ui.ts'],
  ['src/routes/ok.ts', '$lib/components/target.ts'],
  ['server/store/ok.ts', '../../src/protocol/ids.ts'],
  ['server/rooms/ok.ts', '../store/target.ts'],
  ['server/rooms/yjs-ok.ts', 'yjs'],
  ['server/sync/ok.ts', '../rooms/target.ts'],
  ['server/http/ok.ts', '#protocol/target.ts'],
  ['server/http/express-ok.ts', 'express'],
  ['server/ok.ts', './http/target.ts'],
];

const targets = [
  'src/protocol/target.ts',
  'src/protocol/ids.ts',
  'src/protocol/errors.ts',
  'src/domain/target.ts',
  'src/lib/room/target.ts',
  'src/lib/text/ui.ts',
  'src/lib/ui/target.ts',
  'src/lib/components/target.ts',
  'src/routes/target.ts',
  'server/main.ts',
  'server/store/target.ts',
  'server/rooms/target.ts',
  'server/sync/target.ts',
  'server/stage/target.ts',
  'server/http/target.ts',
  'tests/target.ts',
];

const answer = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

const configuration = z.object({ forbidden: z.array(z.object({ name: z.string() })) });

const project = join(import.meta.dirname, '../..');
let tree: string;
let violations: z.infer<typeof answer>['summary']['violations'];

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, file)), { recursive: true });
  await writeFile(join(tree, file), text);
}

function importing(file: string, target: string): string {
  const code = `import * as target from '${target}';\nexport const use = () => target;\n`;
  return file.endsWith('.svelte')
    ? `<script lang="ts">\n  import * as target from '${target}';\n</script>\n\n{Object.keys(target).length}\n`
    : code;
}

async function growTree(): Promise<void> {
  for (const file of targets) await write(file, 'export const target = 1;\n');
  for (const [file, target] of [...forbidden, ...allowed]) await write(file, importing(file, target));
  await write('server/rooms/d.ts', importing('server/rooms/d.ts', './c.ts'));
  await write('src/domain/lonely.ts', 'export const nobody = 1;\n');
  for (const file of ['package.json', 'tsconfig.zones.json', '.dependency-cruiser.cjs']) {
    await copyFile(join(project, file), join(tree, file));
  }
  await symlink(join(project, 'node_modules'), join(tree, 'node_modules'));
}

async function cruise(): Promise<string> {
  const bin = join(project, 'node_modules/.bin/depcruise');
  const args = [bin, '--preserve-symlinks', '--output-type', 'json', 'src', 'server'];
  const run = promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 64 * 1024 * 1024 });
  return (await run).stdout;
}

beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'hearth-zones-'));
  await growTree();
  violations = answer.parse(JSON.parse(await cruise())).summary.violations;
}, 60_000);

afterAll(() => rm(tree, { recursive: true, force: true }));

const rulesBrokenBy = (file: string) => violations.filter((v) => v.from === file).map((v) => v.rule.name);

/** Rules that ask who imports a file, not what it imports. */
const aboutUse = ['no-orphans', 'no-code-for-tests-alone'];
const found = (to: string, name: string) => ({ from: to, to, rule: { name } });

describe('import zones', () => {
  it.each(forbidden)('%s may not import %s (%s)', (file, _target, rule) => {
    expect(rulesBrokenBy(file)).toContain(rule);
  });

  it.each(allowed)('%s may import %s', (file) => {
    expect(rulesBrokenBy(file).filter((rule) => !aboutUse.includes(rule))).toEqual([]);
  });

  it('a file that nobody imports is found', () => {
    expect(rulesBrokenBy('src/domain/lonely.ts')).toContain('no-orphans');
  });

  it('a file that only tests lead to is found, one that a page leads to is not', () => {
    expect(violations).toContainEqual(found('src/domain/ok.ts', 'no-code-for-tests-alone'));
    expect(violations).not.toContainEqual(found('src/lib/components/target.ts', 'no-code-for-tests-alone'));
  });

  it('every rule has an import here that breaks it', () => {
    const { forbidden: rules } = configuration.parse(
      createRequire(import.meta.url)('../../.dependency-cruiser.cjs'),
    );
    const proven = new Set([...forbidden.map(([, , rule]) => rule), ...aboutUse]);
    expect(rules.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });
});
