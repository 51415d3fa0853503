import { describe, expect, it } from 'vitest';
import { suggestGroups } from '../../../src/domain/board/suggestions.ts';
import { fullBoard } from '../../support/full-board.ts';

/** What is suggested, in the words of the notes. */
function suggested(texts: readonly string[]): string[][] {
  const groups = suggestGroups(texts.map((text, at) => ({ id: `n${at}`, text })));
  return groups.map((ids) => ids.map((id) => texts[Number(id.slice(1))] ?? ''));
}

const english = [
  'Deploys take 40 minutes and block everybody',
  'We were paged at night for the same disk alert',
  'The deployment failed twice because of the flaky test',
  'Customers waited two days for an answer',
  'Disk alerts wake us although nothing is wrong',
  'Nobody answers support tickets on Friday',
  'Flaky tests make the pipeline slow',
  'Release notes were missing again',
  'The login page is confusing on phones',
  'Users cannot find the login on mobile',
  'We shipped without release notes',
  'Onboarding took ages for the new colleague',
  'New colleagues do not get access for days',
  'Support tickets pile up',
];

/** What six people write, each note with a word that others have too and that none of them is about. */
const meeting = [
  'Nobody knew who was on call over the weekend',
  'Nobody told support about the new price page',
  'Nobody owns the search',
  'Somebody always has to restart the import by hand',
  'Somebody should look after the build machines',
  'The team never saw the customer interviews',
  'Our team is too small for two products',
  'People were tired after the third release in a week',
  'People outside the office could not hear the demo',
  'People always wait for the review of large changes',
  'Large changes get no real review',
  'We always find out about outages from Twitter',
  'We never write down why we chose something',
  'The import of invoices failed three times',
  'Alerts at night were about a full disk',
  'The disk of the database was full twice',
  'Prices on the page were wrong for a day',
  'Passwords were shared in the chat',
  'The pairing on Monday helped a lot',
  'Somebody never locks the door of the lab',
];

describe('suggested groups', () => {
  it('bring together notes that share telling words, also in other forms', () => {
    const groups = suggested(english);
    expect(groups).toContainEqual(['Release notes were missing again', 'We shipped without release notes']);
    expect(groups).toContainEqual(['Nobody answers support tickets on Friday', 'Support tickets pile up']);
    expect(groups).toContainEqual([
      'The deployment failed twice because of the flaky test',
      'Flaky tests make the pipeline slow',
    ]);
    expect(groups).toContainEqual([
      'Onboarding took ages for the new colleague',
      'New colleagues do not get access for days',
    ]);
  });

  it('do not take little words for something in common', () => {
    expect(
      suggested(['It was the best of all', 'The cat was on it', 'All of the others', 'Nothing']),
    ).toEqual([]);
  });

  it('join twenty notes by what they are about, not by nobody, somebody, always, never, team or people', () => {
    expect(suggested(meeting).map((group) => group.toSorted())).toEqual(
      expect.arrayContaining([
        ['Alerts at night were about a full disk', 'The disk of the database was full twice'],
        ['Somebody always has to restart the import by hand', 'The import of invoices failed three times'],
        ['Nobody told support about the new price page', 'Prices on the page were wrong for a day'],
        ['Large changes get no real review', 'People always wait for the review of large changes'],
      ]),
    );
    const grouped = suggested(meeting).flat();
    expect(grouped).toHaveLength(8);
  });

  it.each([
    ['English', 'Nobody reads the handbook', 'Nobody owns the search', 'The handbook is out of date'],
    ['German', 'Niemand liest das Handbuch', 'Niemand pflegt die Suche', 'Das Handbuch ist veraltet'],
    ['French', 'Personne ne lit le manuel', 'Personne ne teste la recherche', 'Le manuel est périmé'],
    ['Spanish', 'Alguien cambió el manual', 'Alguien rompió las búsquedas', 'El manual está anticuado'],
  ])('tell what a note is about from who it is about in %s', (_, one, other, alike) => {
    const rest = ['Invoices late', 'Rechnungen', 'Factures', 'Facturas'];
    expect(suggested([one, other, alike, ...rest])).toContainEqual([one, alike]);
  });

  it('are not made by a word that a quarter of the notes has, in whatever language', () => {
    const finnish = ['käsikirja', 'hakukone', 'päivystys', 'laskutus', 'suunnittelu', 'neuvottelu'];
    const others = Array.from({ length: 14 }, (_, at) => 'abcdefghijklmn'.charAt(at).repeat(7));
    const lines = finnish.map((what) => `Jokainen unohtaa ${what}`);
    expect(suggested([...lines, ...others])).toEqual([]);
    expect(suggested([...lines.slice(0, 2), ...others])).toEqual([lines.slice(0, 2)]);
  });

  it('know no language: German', () => {
    const groups = suggested([
      'Die Bereitstellung dauert 40 Minuten',
      'Nachts kommen zu viele Alarme',
      'Alarme ohne Handlungsbedarf wecken uns',
      'Wackelige Tests bremsen alle',
      'Bereitstellungen scheitern an wackeligen Tests',
      'Der Fahrplan ändert sich ständig',
    ]);
    expect(groups).toContainEqual([
      'Nachts kommen zu viele Alarme',
      'Alarme ohne Handlungsbedarf wecken uns',
    ]);
    expect(groups).toContainEqual([
      'Wackelige Tests bremsen alle',
      'Bereitstellungen scheitern an wackeligen Tests',
    ]);
  });

  it('work for scripts that write without spaces', () => {
    const groups = suggested([
      'デプロイに時間がかかりすぎる',
      '夜中のアラートが多い',
      '不要なアラートで起こされた',
      'デプロイが二回失敗した',
      '新人のためのドキュメントがない',
      '顧客への返信が遅い',
    ]);
    expect(groups).toContainEqual(['夜中のアラートが多い', '不要なアラートで起こされた']);
    expect(groups).toContainEqual(['デプロイに時間がかかりすぎる', 'デプロイが二回失敗した']);
  });

  it('see the same letters however they are encoded', () => {
    const groups = suggested([
      'Über Größe geredet',
      'U\u0308ber GRO\u0308\u00dfE geschwiegen',
      'Etwas anderes',
      'Noch etwas',
    ]);
    expect(groups[0]).toHaveLength(2);
  });

  it('have no note twice, never one note alone, and no more than eight', () => {
    const texts = Array.from({ length: 40 }, (_, at) => `Alerts wake us at night again, number ${at % 7}`);
    const groups = suggestGroups([...texts, ...english].map((text, at) => ({ id: `n${at}`, text })));
    const all = groups.flat();
    expect(new Set(all).size).toBe(all.length);
    for (const group of groups) {
      expect(group.length).toBeGreaterThan(1);
      expect(group.length).toBeLessThanOrEqual(8);
    }
  });

  it('are nothing where there is nothing', () => {
    for (const texts of [[], [''], ['', ''], ['…', '!!!', '👩‍🚒']]) expect(suggested(texts)).toEqual([]);
  });

  it('are the same every time, for a full board too', () => {
    const notes = fullBoard(7);
    const first = suggestGroups(notes);
    expect(first.length).toBeGreaterThan(0);
    expect(suggestGroups(notes)).toEqual(first);
  });
});
