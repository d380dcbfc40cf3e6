/** What the drawer makes of an explained trip: rows of legs, parts of the bar, the command that gives the same. */
import { afterEach, describe, expect, it } from 'vitest';
import { explainTrip, type RouteDocument, type TripExplanation, type TripLeg } from '../../src/index.ts';
import { listCommands, toLegsCsv } from '../../web/panels/route-copy.ts';
import { alignLegs, isApproximate, listBarParts } from '../../web/panels/route-rows.ts';
import { choice, DEFAULT_CHOICE } from '../../web/state/choice.ts';
import { cutOff, toMs } from '../answer/trip-data.ts';
import { run } from '../cli/run.ts';
import { SHIPPED } from '../data-sets.ts';

const TRIPS = SHIPPED.zones.flatMap(({ id }) =>
  ['nissan', 'honda', 'toyota'].map((group) => explainTrip(SHIPPED, { traffic: 'peak' }, id, group)),
);

afterEach(() => {
  choice.value = DEFAULT_CHOICE;
});

function toLeg(nameEn: string, timeS = 60): TripLeg {
  const end = { nameEn: 'A', nameZh: null };
  return {
    ...{
      nameEn,
      nameZh: null,
      ref: null,
      facility: 'arterial',
      sections: [],
      belt: false,
      from: end,
      to: end,
    },
    ...{ timeS, lengthM: 1000, tollCny: 0, estimatedShare: 0, links: [] },
  };
}

function draw(base: string, build: string): string {
  const legs = (text: string): readonly TripLeg[] => text.split('').map((name) => toLeg(name));
  return alignLegs(legs(base), legs(build))
    .map((row) => `${row.base?.nameEn ?? '-'}${row.build?.nameEn ?? '-'}`)
    .join(' ');
}

describe('legs side by side', () => {
  it.each([
    ['abc', 'abc', 'aa bb cc'],
    ['abc', 'axc', 'aa b- -x cc'],
    ['', 'ab', '-a -b'],
    ['ab', '', 'a- b-'],
    ['xab', 'aby', 'x- aa bb -y'],
    ['aba', 'a', 'aa b- a-'],
  ])('%s beside %s: %s', (base, build, rows) => {
    expect(draw(base, build)).toBe(rows);
  });

  it('keep every leg of every trip once and in order', () => {
    for (const { base, build } of TRIPS) {
      const [before, after] = [base.route?.legs ?? [], build.route?.legs ?? []];
      const rows = alignLegs(before, after);
      expect(rows.flatMap((row) => row.base ?? [])).toEqual(before);
      expect(rows.flatMap((row) => row.build ?? [])).toEqual(after);
      for (const row of rows) {
        if (row.base !== null && row.build !== null) expect(row.base.belt).toBe(row.build.belt);
      }
    }
  });

  it('tell ramps apart by their ends', () => {
    const ramp = (to: string): TripLeg => ({
      ...toLeg(`Ramp to ${to}`),
      facility: 'ramp',
      to: { nameEn: to, nameZh: null },
    });
    expect(alignLegs([ramp('B')], [ramp('C')])).toHaveLength(2);
    expect(alignLegs([ramp('B')], [ramp('B')])).toHaveLength(1);
  });
});

describe('the bar of minutes', () => {
  it('adds up to the trip, and its belt parts to the legs of the belt', () => {
    for (const { build } of TRIPS) {
      if (build.route === null) throw new Error('no way');
      const parts = listBarParts(build.route);
      expect(toMs(parts.reduce((sum, { timeS }) => sum + timeS, 0))).toBe(toMs(build.route.timeS));
      const belt = parts.filter((part) => part.belt).reduce((sum, { timeS }) => sum + timeS, 0);
      const legs = build.route.legs.filter((leg) => leg.belt).reduce((sum, { timeS }) => sum + timeS, 0);
      expect(toMs(belt)).toBe(toMs(legs));
      expect(parts.every(({ timeS }) => timeS > 0)).toBe(true);
    }
    expect(
      TRIPS.some(({ build }) => build.route !== null && listBarParts(build.route).some(({ belt }) => belt)),
    ).toBe(true);
  });
});

describe('≈', () => {
  it('stands where the corners disagree or lie more than ten minutes apart, and nowhere else', () => {
    for (const { base } of TRIPS) {
      const wide = (base.route?.highS ?? Infinity) - (base.route?.lowS ?? 0) > 600;
      expect(isApproximate(base)).toBe(wide || base.corners === 'some');
    }
    expect(new Set(TRIPS.map(({ base }) => isApproximate(base))).size).toBe(2);
    const none = explainTrip(cutOff(SHIPPED), { base: '2006-07', build: '2010-12' }, 'Z_HD_AUTO', 'toyota');
    expect(isApproximate(none.base)).toBe(false);
  });
});

/** The answer of the command that the drawer shows. */
function ask(command: string): RouteDocument {
  const words = command.replace(/^npx beltway /, '').split(' ');
  const { code, out, err } = run([...words, '--format', 'json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out) as RouteDocument;
}

describe('the command', () => {
  const request = { traffic: 'peak', vehicleClass: 'light-truck', build: '2008-12' };

  it('gives the same minutes, before and after', () => {
    for (const [origin, destination] of [
      ['S003', 'toyota'],
      ['113.2,23.2', 'NISSAN_HD1'],
      ['Z_ZS', 'D_HUADU'],
    ] as const) {
      const trip = explainTrip(SHIPPED, request, origin, destination);
      const [command = ''] = listCommands(trip);
      const answer = ask(command);
      expect(answer).toMatchObject({
        timeS: trip.build.route?.timeS,
        base: { timeS: trip.base.route?.timeS },
      });
      expect(answer.from.id).toBe(origin);
    }
  });

  it('is two where another plant decides in each scenario', () => {
    const trip = TRIPS.find(({ base, build }) => base.to?.id !== build.to?.id);
    if (trip === undefined) throw new Error('a trip whose plant changes');
    const commands = listCommands(trip);
    expect(commands).toHaveLength(2);
    const answers = commands.map(ask);
    expect(answers.map(({ base }) => base?.timeS)).toContain(trip.base.route?.timeS);
    expect(answers.map(({ timeS }) => timeS)).toContain(trip.build.route?.timeS);
  });

  it('is none for a group without any way, and quotes what a shell would read', () => {
    const none = explainTrip(cutOff(SHIPPED), { base: '2006-07', build: '2010-12' }, 'Z_HD_AUTO', 'toyota');
    expect(listCommands(none)).toEqual([]);
    const odd: TripExplanation = { ...none, group: null, asked: { origin: 'a b', destination: "$(x)'y" } };
    expect(listCommands(odd)[0]).toContain(String.raw`'a b' '$(x)'\''y'`);
  });

  it('names a site of this browser by its coordinate', () => {
    const trip = explainTrip(SHIPPED, {}, 'S003', 'toyota');
    choice.value = { ...DEFAULT_CHOICE, population: 'own' };
    expect(listCommands(trip)[0]).toContain(`route ${trip.from.at.join(',')} TOYOTA_NS`);
  });
});

describe('the way as CSV', () => {
  it('has both connectors and every leg of both scenarios, and their seconds add up', () => {
    const trip = explainTrip(SHIPPED, {}, 'Z_SS_LP', 'toyota');
    const [, ...lines] = toLegsCsv(trip).trimEnd().split('\r\n');
    const legs = [trip.base, trip.build].flatMap(({ route }) => route?.legs ?? []);
    expect(lines).toHaveLength(legs.length + 4);
    for (const { scenario, route } of [trip.base, trip.build]) {
      const own = lines.filter((line) => line.startsWith(`${scenario.id},`));
      const seconds = own.map((line) => Number(line.split(',').at(-3)));
      expect(toMs(seconds.reduce((sum, value) => sum + value, 0))).toBe(toMs(route?.timeS ?? NaN));
    }
  });
});
