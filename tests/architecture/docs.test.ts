import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const project = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: project })];

/** Files of ours that a page names, as a link relative to it or in code quotes relative to the project. */
function namedFiles(page: string): string[] {
  const text = read(page);
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = '']) =>
    join(dirname(page), path),
  );
  const quoted = [...text.matchAll(/`((?:src|server|tests|scripts|bench|docs)\/[\w./[\]+-]*)`/g)];
  return [...links, ...quoted.map(([, path = '']) => path)];
}

const variables = (path: string) => new Set(read(path).match(/HEARTH_[A-Z_]+/g));

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

/** What every test of ours says it proves. */
function titles(): string {
  const tests = globSync('tests/**/*.{test,spec}.ts', { cwd: project });
  const title = /\b(?:it|test|describe)(?:\.each)?\b[^'`"]*?\(\s*['`"](.*?)['`"],/gs;
  return tests.flatMap((path) => [...read(path).matchAll(title)].map(([, words]) => words)).join('\n');
}

describe('what the documentation says', () => {
  it.each(pages)('%s names only files that exist', (page) => {
    expect(namedFiles(page).filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it('explains every variable that the server reads, and no other', () => {
    const told = [...variables('README.md')].filter((name) => name !== 'HEARTH_FUZZ');
    expect(told.sort()).toEqual([...variables('server/config.ts')].sort());
  });

  it('proves each attack of the threat model in tests that name it', () => {
    const rows = [...read('docs/threat-model.md').matchAll(/^\| (T-\d\d) .*$/gm)];
    const proofs = rows.map(([row, attack = '']) => ({ attack, tests: row.match(/tests\/[\w./-]+/g) ?? [] }));
    expect(proofs.length).toBeGreaterThan(0);
    const unproven = ({ attack, tests }: (typeof proofs)[number]) =>
      tests.length === 0 || tests.some((test) => !read(test).includes(attack));
    expect(proofs.filter(unproven)).toEqual([]);
  });

  it('knows every attack that the gate and the stage must withstand', () => {
    const told = new Set(
      read('docs/threat-model.md')
        .match(/^\| T-\d\d/gm)
        ?.map((row) => row.slice(2)),
    );
    const numbers = [...range(1, 12), 18, 19, 20, 22, 23, 25, 31, 42, 43, 44, 45, 46, 47, 55];
    const attacks = numbers.map((number) => `T-${String(number).padStart(2, '0')}`);
    const proven = titles();
    expect(attacks.filter((attack) => !told.has(attack) || !proven.includes(attack))).toEqual([]);
  });

  it('proves each rule of the protocol in a test that quotes it in its title', () => {
    const rules =
      read('docs/protocol.md')
        .match(/^- \*\*\[[A-Z]+-\d+\]/gm)
        ?.map((rule) => rule.slice(4)) ?? [];
    expect(rules.length).toBeGreaterThan(0);
    const quoted = titles();
    expect(rules.filter((rule) => !quoted.includes(rule))).toEqual([]);
  });

  it('mentions every attack that a test names', () => {
    const tests = globSync('tests/**/*.ts', { cwd: project }).filter(
      (path) => !path.includes('architecture/'),
    );
    const named = new Set(tests.flatMap((path) => read(path).match(/\bT-\d\d\b/g) ?? []));
    const told = new Set(read('docs/threat-model.md').match(/\bT-\d\d\b/g));
    expect([...named].filter((attack) => !told.has(attack))).toEqual([]);
  });
});
