import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportNames, recordExports, type ExportName } from '../../src/domain/record/exports/all-exports.ts';
import { readRecord } from '../../src/domain/record/read-record.ts';
import { join, openRoom, type HeadlessPerson, type HeadlessRoom } from '../support/headless-person.ts';
import { startOwnServer, type OwnServer } from '../support/server.ts';

let server: OwnServer;
let room: HeadlessRoom;
let ana: HeadlessPerson;
beforeAll(async () => {
  server = await startOwnServer();
  room = await openRoom(server.origin, { title: 'Über <b>"Sprint"</b>\r\n../12' });
  ana = await join(server.origin, room.links.participant, 'Ana');
  await ana.open('board');
});
afterAll(async () => {
  ana.leave();
  await server.close();
});

const bytesOf = async (person: HeadlessPerson, name: ExportName) =>
  Buffer.from(await (await person.request('GET', `/${name}`)).arrayBuffer());

describe('the record as a file', () => {
  it('has what the board has, at any time', async () => {
    ana.board().addDecision('d1', 'We ship on Tuesdays');
    await ana.boardDocument.saved();
    const response = await ana.request('GET', '/record.md');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('We ship on Tuesdays');
  });

  it.each(exportNames)('can be had by every seat and by nobody else: %s', async (name) => {
    const wall = await join(server.origin, room.links.observer, '');
    for (const person of [room.facilitator, ana, wall])
      expect((await person.request('GET', `/${name}`)).status).toBe(200);
    expect((await ana.request('GET', `/${name}`, undefined, false)).status).toBe(401);
  });

  it.each(exportNames)('T-29 is named by the server, whatever the title: %s', async (name) => {
    const { headers } = await ana.request('GET', `/${name}`);
    const { ending, mediaType } = recordExports[name];
    expect(headers.get('content-type')).toBe(mediaType);
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="?\d{4}-\d\d-\d\d-heart-heat-[a-z0-9.-]+"?$/);
    expect(disposition.replace(/"$/, '').endsWith(ending)).toBe(true);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(exportNames)('is what anybody writes from the archive: %s', async (name) => {
    const archive = readRecord((await bytesOf(ana, 'record.json')).toString('utf8'));
    if (!archive.ok) throw new Error(archive.problem);
    expect(await bytesOf(room.facilitator, name)).toEqual(
      Buffer.from(recordExports[name].write(archive.record)),
    );
  });
});

describe('the schema of a record', () => {
  it('is published where its name says, to every page, and the archive fits it', async () => {
    const response = await fetch(`${server.origin}/schema/record-1.json`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/schema+json; charset=utf-8');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    const schema = (await response.json()) as { $id: string };
    expect(new URL(schema.$id, response.url).href).toBe(response.url);
    const isValid = new Ajv2020().compile(schema);
    expect(isValid(JSON.parse((await bytesOf(ana, 'record.json')).toString('utf8')))).toBe(true);
  });
});

describe('a room that goes on from an earlier one', () => {
  it('has its open actions as earlier ones, with owners by name, and a day only where there is one', async () => {
    const next = await openRoom(server.origin, {
      title: 'Next',
      actions: [
        { title: 'Move the field', owner: 'Bo', due: '2026-12-04' },
        { title: 'Tidy', owner: null, due: null },
        { title: 'No such day', owner: null, due: '2026-02-31' },
      ],
    });
    const record = JSON.parse((await bytesOf(next.facilitator, 'record.json')).toString('utf8')) as {
      earlier: unknown[];
    };
    expect(record.earlier).toMatchObject([
      { title: 'Move the field', owner: 'Bo', due: '2026-12-04', fate: null },
      { title: 'Tidy', owner: null, due: null },
      { title: 'No such day', owner: null, due: null },
    ]);
  });
});
