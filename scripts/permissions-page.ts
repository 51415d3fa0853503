/** `npm run permissions`: writes docs/permissions.md from the one table of permissions. A test compares the two. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissions, type Permission } from '../src/domain/stage/permissions.ts';
import { roles } from '../src/protocol/ids.ts';

const page = join(import.meta.dirname, '../docs/permissions.md');
const phases = ['lobby', 'running', 'closed'] as const;

const intro = `# Permissions

Who may ask the stage for what, and when. This page is made from the table in \`src/domain/stage/permissions.ts\`, which
the server reads at every command; \`npm run permissions\` writes it anew. Tests ask for everything that has no dot here, as
every role and at every moment, and see it refused, stored nowhere and told to nobody.

**Roles** are read with each command, so whoever was made a facilitator a second ago is one. Somebody who waits at the
door, or whose seat was taken away, has no role. A connection that only watches counts as an observer, whatever seat it
comes from.

**Moments** are three. In the _lobby_ the meeting has not begun: people arrive, read, write early, and the plan is made. It
is _running_ from the start until the room is closed, pauses included. A _closed_ room is read; all that is left to do is to
open it again, and to look after who is in it.

A command that is not for the role is refused with \`not-yours-to-do\`, whatever the moment. One that is, at a moment at
which it makes no sense, with \`room-closed\` in a closed room and with \`wrong-moment\` elsewhere; only ballots are answered
with what became of their question, \`poll-closed\` or \`poll-gone\`. Whatever else a command needs, such as a clock that
runs, or a topic that is there, is checked after that and told with a code of its own (\`src/protocol/errors.ts\`).
`;

/** The page as it has to be. */
export function permissionsPage(): string {
  const head = ['command', ...roles, ...phases];
  const rows = Object.entries(permissions).map(([type, permission]) => rowOf(type, permission));
  return `${intro}\n${table([head, ...rows])}`;
}

function rowOf(type: string, { roles: may, phases: when }: Permission): string[] {
  const dot = (holds: boolean) => (holds ? '●' : '');
  return [
    `\`${type}\``,
    ...roles.map((role) => dot(may.includes(role))),
    ...phases.map((phase) => dot(when.includes(phase))),
  ];
}

/** Columns as wide as their widest cell, as the formatter has them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...body].map((cells) => `${line(cells)}\n`).join('');
}

if (import.meta.main) writeFileSync(page, permissionsPage());
