import { describe, expect, it } from 'vitest';
import { EarlierActions } from '../../../src/domain/board/earlier.ts';
import { twoDocuments } from '../../support/two-documents.ts';

const own = { kind: 'own' } as const;

/** Two people in a room that took one action over. */
function twoPeople() {
  const { one, other, sync } = twoDocuments();
  new EarlierActions(one, { kind: 'server' }).add('e1', {
    ...{ title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20', aim: 'prevent' },
  });
  sync();
  const [ana, bo] = [new EarlierActions(one, own), new EarlierActions(other, own)];
  return { ana, bo, sync, action: () => ana.readEarlier()[0] };
}

describe('an action of the meeting before', () => {
  it('stands as it was promised, and says nothing of what became of it', () => {
    const { action } = twoPeople();
    expect(action()).toMatchObject({
      ...{ title: 'Rotate the keys', owner: 'Ana', due: '2026-11-20', aim: 'prevent' },
    });
    expect(action()).toMatchObject({ fate: null, movedTo: null, why: '' });
  });

  it('[FOLLOW-2] has one fate for everybody, whatever two people choose at once, and keeps the words of both', () => {
    const { ana, bo, sync, action } = twoPeople();
    ana.setFate('e1', 'moved');
    ana.setMovedTo('e1', '2026-12-04');
    ana.whyOf('e1')?.splice(0, 0, 'The vault was down. ');
    bo.setFate('e1', 'dropped');
    bo.whyOf('e1')?.splice(0, 0, 'Nobody needs it. ');
    sync();
    expect(ana.readEarlier()).toEqual(bo.readEarlier());
    expect(['moved', 'dropped']).toContain(action()?.fate);
    expect(action()?.why).toHaveLength('The vault was down. Nobody needs it. '.length);
    ana.setFate('e1', null);
    expect(action()).toMatchObject({ fate: null, movedTo: '2026-12-04' });
  });

  it('reads a fate, a day or an aim that no version knows as none', () => {
    const { one } = twoDocuments();
    const earlier = new EarlierActions(one, own);
    earlier.add('e1', { title: 'A', owner: null, due: '2026-02-31', aim: 'blame' as never });
    earlier.setFate('e1', 'lost' as never);
    expect(earlier.readEarlier()).toMatchObject([{ owner: null, due: null, aim: null, fate: null }]);
  });
});
