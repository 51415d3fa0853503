import { describe, expect, it } from 'vitest';
import { agendaOfFormat } from '../../../src/domain/agenda/agenda.ts';
import { floorMinutes } from '../../../src/domain/agenda/floors.ts';
import { formatOf, formats } from '../../../src/domain/agenda/formats.ts';
import { checkSettings } from '../../../src/domain/agenda/rules.ts';
import { formatChoices } from '../../../src/domain/agenda/formats/format-names.ts';
import { isThanks } from '../../../src/domain/agenda/segment.ts';
import { lensOf } from '../../../src/domain/lenses/catalogue.ts';
import { isKey } from '../../../src/domain/yjs/shape.ts';
import { agendaDraftSchema } from '../../../src/protocol/agenda.ts';
import { formatIds, type FormatId } from '../../../src/protocol/http.ts';

describe('the formats', () => {
  it('are those that a room can be asked for, each under its own id', () => {
    expect(formats.map(({ id }) => id)).toEqual([...formatIds]);
    for (const format of formats) expect(formatOf(format.id)).toBe(format);
  });

  it('are offered in their order, by their names', () => {
    expect(formatChoices).toEqual(formats.map(({ id, name }) => ({ value: id, name })));
  });

  it.each(formats)('$id plans one hour, with a question for every segment', ({ segments }) => {
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    for (const segment of segments) expect(segment.question).toMatch(/\?$/);
  });

  it.each(formats)('$id has ids that are safe keys and stand for one thing each', ({ segments, prompts }) => {
    for (const ids of [segments.map(({ id }) => id), prompts.map(({ id }) => id)]) {
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(isKey(id)).toBe(true);
    }
  });

  it.each(formats)('$id hides what is gathered, shows wins at once, and has no notes elsewhere', (format) => {
    for (const { activity, policy } of format.segments) {
      expect(policy).toBe(activity === 'gather' ? 'reveal' : isThanks({ activity }) ? 'open' : 'none');
    }
  });

  it.each(formats)(
    '$id gathers by lenses or by prompts, and asks for nothing in writing elsewhere',
    (format) => {
      for (const segment of format.segments) {
        const { activity, lenses, prompts } = segment;
        expect(lenses.length > 0 && prompts.length > 0).toBe(false);
        if (activity === 'gather') expect(lenses.length + prompts.length).toBeGreaterThan(0);
        if (activity !== 'gather') expect(lenses).toEqual([]);
        if (activity !== 'gather' && !isThanks(segment)) expect(prompts).toEqual([]);
        for (const lens of lenses) expect(lensOf(lens)).not.toBeNull();
      }
    },
  );

  it.each(formats)(
    '$id holds each lens in a round of its own, as far as rounds fit its minutes',
    (format) => {
      for (const segment of format.segments) {
        expect(segment.rounds).toBeGreaterThanOrEqual(1);
        expect(segment.rounds).toBeLessThanOrEqual(Math.max(1, segment.lenses.length));
        expect(floorMinutes(segment)).toBeLessThanOrEqual(segment.minutes);
        const oneMore = { ...segment, rounds: segment.rounds + 1 };
        if (segment.rounds < segment.lenses.length)
          expect(floorMinutes(oneMore)).toBeGreaterThan(segment.minutes);
      }
    },
  );

  it.each(formats)(
    '$id names no prompt in a segment that it does not name itself',
    ({ segments, prompts }) => {
      for (const segment of segments) expect(prompts).toEqual(expect.arrayContaining([...segment.prompts]));
    },
  );

  it.each(formats)(
    '$id asks every prompt that it names, once: in writing, or by name in a question',
    (format) => {
      const written = format.segments.flatMap(({ prompts }) => prompts);
      const questions = format.segments.map(({ question }) => question).join('\n');
      for (const prompt of format.prompts) {
        const times = questions.split(`${prompt.name}: ${prompt.question} `).length - 1;
        expect([prompt.name, times + written.filter(({ id }) => id === prompt.id).length]).toEqual([
          prompt.name,
          1,
        ]);
      }
    },
  );

  it.each(formats)('$id is an agenda that a room takes', (format) => {
    const { segments, buffer, lenses } = agendaOfFormat(format);
    expect(agendaDraftSchema.safeParse({ segments, buffer, lenses }).error?.issues ?? []).toEqual([]);
  });

  it.each(formats)('$id has only segments whose settings go together', ({ segments }) => {
    for (const segment of segments) {
      expect(checkSettings(segment, (lens) => lensOf(lens) !== null)).toEqual({ ok: true });
    }
  });

  it('ask in writing what can be answered in writing, and the rest aloud', () => {
    const asked = (id: FormatId) =>
      formatOf(id).segments.flatMap((segment) => segment.prompts.map(({ name }) => `${segment.id}: ${name}`));
    expect(asked('incident-review')).toEqual(['wins: Went well', 'wins: Luck']);
    expect(asked('lean-coffee')).toEqual(['gather: To discuss']);
    expect(asked('pre-mortem')).toEqual(['gather: It failed because…']);
    expect(asked('kickoff')).toEqual(['gather-2: How we work', 'gather-2: How we disagree']);
    expect(asked('two-note')).toEqual(['gather: Note to my future self', 'gather-2: Note to a teammate']);
    expect(asked('daki')).toEqual(['gather: Drop', 'gather: Add', 'gather: Keep', 'gather: Improve']);
    expect(asked('heart-heat')).toEqual([]);
    const aloud = (id: FormatId) => {
      const { segments, prompts } = formatOf(id);
      const asksFor = (question: string) => prompts.filter(({ name }) => question.includes(`${name}: `));
      return segments.flatMap((one) => asksFor(one.question).map(({ name }) => `${one.id}: ${name}`));
    };
    expect(aloud('heart-heat')).toEqual(['wins: Heart', 'gather: Heat', 'discuss: Cool']);
    expect(aloud('pre-mortem')).toEqual(['discuss: Early sign', 'discuss: Prevent', 'discuss: Limit']);
    expect(aloud('kickoff')).toEqual(['check-in: Hopes and fears', 'discuss: Purpose', 'gather: Boundaries']);
    expect(aloud('daki')).toEqual([]);
  });
});
