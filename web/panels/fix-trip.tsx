/** Beside an explained trip that fails with the build scenario: what would fix it, or would fix its place as a whole. */
import type { TripExplanation } from '../../src/index.ts';
import { t } from '../words/index.ts';
import { FixPanel, type Goal } from './fix.tsx';

function listGoals({ asked, from, group }: TripExplanation): readonly Goal[] {
  const { origin, destination } = asked;
  const pair: Goal = { target: { kind: 'pair', origin, destination }, name: t('fix.goal.pair') };
  if (group === null) return [pair];
  const outside = from.kind === 'supplier' ? 'fix.goal.outside' : 'fix.goal.some';
  return [
    pair,
    { target: { kind: 'origin', origin, reach: 'outside' }, name: t(outside) },
    { target: { kind: 'origin', origin, reach: 'all' }, name: t('fix.goal.all') },
  ];
}

export function FixTrip({ trip }: { readonly trip: TripExplanation }) {
  return <FixPanel key={JSON.stringify(trip.asked)} goals={listGoals(trip)} />;
}
