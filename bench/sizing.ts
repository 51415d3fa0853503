/**
 * `npm run bench:sizing`: what rooms and people cost a server in memory, processor and disk, for the table in
 * docs/operating.md. Linux only: the kernel's account of the process is read. Processor time is the server's own, so
 * that a busy machine changes it little.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startServerProcess, type ServerProcess } from '../tests/support/server.ts';
import { gather, leave, writeAndReveal, type Crowd } from './crowd.ts';
import { sentence } from './measure.ts';
import { unlimited } from './unlimited.ts';

const rooms = 20;
const peopleEach = 8;
const people = rooms * peopleEach;
/** How long each state is watched. */
const watchMs = 20_000;
/** Everybody types at once, about as fast as one does: a few letters in each message. */
const strokeEveryMs = 300;

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

const server = await startServerProcess({ env: unlimited });
const atStart = memoryOf(server);
const crowds: Crowd[] = [];
for (let n = 0; n < rooms; n++) crowds.push(await gather(server.origin));
const idle = await busyShare(server, () => pause(watchMs));
const withPeople = memoryOf(server);
let messages = 0;
const typing = await busyShare(server, async () => {
  messages = await typeFor(watchMs);
});
const perSecond = Math.round(messages / (watchMs / 1000));
for (const crowd of crowds) await writeAndReveal(crowd);
const afterReveal = memoryOf(server);
crowds.forEach(leave);
await server.stop();

const figures = [
  { what: 'Memory of a server at rest', value: atStart, unit: 'MB' },
  { what: `Memory with ${rooms} rooms and ${people} people connected`, value: withPeople, unit: 'MB' },
  { what: 'Memory of the same after everybody has written twelve notes', value: afterReveal, unit: 'MB' },
  { what: `One core, ${people} people connected and quiet`, value: idle * 100, unit: '%' },
  { what: `One core, all of them typing, ${perSecond} messages a second`, value: typing * 100, unit: '%' },
  { what: 'Disk of one room with 96 notes', value: diskOf(server) / rooms, unit: 'KB' },
] as const;
for (const figure of figures) console.log(sentence(figure));
await server.close();

/** What the process holds of the machine's memory, MB. */
function memoryOf({ pid }: ServerProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** How much of one core the server used while something went on. */
async function busyShare(measured: ServerProcess, meanwhile: () => Promise<unknown>): Promise<number> {
  const [before, since] = [processorMs(measured), performance.now()];
  await meanwhile();
  return (processorMs(measured) - before) / (performance.now() - since);
}

/** User and system time; the fields are counted behind the name, which may contain anything. */
function processorMs({ pid }: ServerProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1000;
}

/** Returns how many messages were sent. */
async function typeFor(ms: number): Promise<number> {
  let sent = 0;
  const writers = crowds.flatMap((crowd) => crowd.people);
  writers.forEach((writer, index) => writer.write({ id: 'typed', segment: 'wins', text: `${index}` }));
  const until = performance.now() + ms;
  await Promise.all(
    writers.map(async (writer, index) => {
      await pause((index / writers.length) * strokeEveryMs);
      while (performance.now() < until) {
        writer.desk().textOf('typed')?.splice(0, 0, 'abc');
        sent += 1;
        await pause(strokeEveryMs);
      }
    }),
  );
  return sent;
}

function diskOf({ data }: ServerProcess): number {
  const sizes = readdirSync(data).map((name) => statSync(join(data, name)).size);
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
