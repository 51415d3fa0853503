import { describe, expect, it } from 'vitest';
import { incidentParts } from '../../../src/domain/board/incident-parts.ts';
import { Incident } from '../../../src/domain/board/incident.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;

describe('what is said of an incident', () => {
  it('is empty, and can not be written in, before the server has made its parts', () => {
    const incident = new Incident(twoDocuments().one, own);
    expect(Object.values(incident.readIncident()).join('')).toBe('');
    expect(incident.textOf('impact')).toBeNull();
  });

  it('is written by everybody in the same texts, and stays when the parts are made once more', () => {
    const { one, other, sync } = twoDocuments();
    new Incident(one, { kind: 'server' }).addParts();
    sync();
    const [ana, bo] = [new Incident(one, own), new Incident(other, own)];
    ana.textOf('impact')?.splice(0, 0, '400 orders lost');
    bo.textOf('impact')?.splice(0, 0, 'In 40 minutes, ');
    bo.textOf('commander')?.splice(0, 0, 'Cy');
    sync();
    new Incident(one, { kind: 'server' }).addParts();
    sync();
    expect(bo.readIncident()).toEqual(ana.readIncident());
    expect(ana.readIncident().impact).toHaveLength('In 40 minutes, 400 orders lost'.length);
    expect(ana.readIncident()).toMatchObject({ commander: 'Cy', scribe: '' });
    expect(Object.keys(ana.readIncident())).toEqual(incidentParts);
  });
});
