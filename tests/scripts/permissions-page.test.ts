import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { permissionsPage } from '../../scripts/permissions-page.ts';
import { permissions } from '../../src/domain/stage/permissions.ts';

const page = permissionsPage();

it('docs/permissions.md is what the table of permissions says', () => {
  expect(readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8')).toBe(page);
});

it('has a line for every command, with a dot for each role and moment that it is allowed to', () => {
  const lines = page.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines).toHaveLength(Object.keys(permissions).length);
  for (const [type, { roles, phases }] of Object.entries(permissions)) {
    const line = lines.find((one) => one.startsWith(`| \`${type}\``)) ?? '';
    expect([type, line.split('●').length - 1]).toEqual([type, roles.length + phases.length]);
  }
});
