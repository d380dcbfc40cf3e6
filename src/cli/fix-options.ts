/** Options of `fix`: what should hold, said once, and which parts are asked for. */
import { InvalidArgumentError } from 'commander';
import { FIX_SHARES, type FixPart, type FixShare, type FixTarget } from '../index.ts';
import { EXIT, Failure } from './exit.ts';
import type { QuestionOptions } from './options.ts';

interface Share {
  readonly of: string;
  readonly level: number;
}

export interface FixOptions extends QuestionOptions {
  readonly share?: Share;
  readonly reach?: 'outside' | 'all';
  /** True = every highway. */
  readonly road?: readonly string[] | true;
  readonly links?: boolean;
  /** Ids, and files of drawn roads; true = all that are not open. */
  readonly sections?: readonly string[] | true;
  readonly newLink?: boolean;
  readonly speed?: number;
  readonly detour?: number;
  readonly budget?: number;
  readonly scenarioOut?: string;
}

const SHARE = /^([\w.-]+)>=(\d+(?:\.\d+)?)$/;

/** `MEASURE>=SHARE` or `GROUP>=SHARE`. */
export function readShareOf(text: string): Share {
  const [, of, level] = SHARE.exec(text.replaceAll(/\s/g, '')) ?? [];
  if (of === undefined || level === undefined)
    throw new InvalidArgumentError("SHARE>=LEVEL expected in quotes, e.g. 'iOut>=0.5' or 'toyota>=0.8'.");
  return { of, level: Number(level) };
}

/** What should hold, said once. */
export function toTarget(
  origin: string | undefined,
  target: string | undefined,
  options: Pick<FixOptions, 'share' | 'reach'>,
): FixTarget {
  const { share, reach } = options;
  const usage = (found: string): Failure =>
    new Failure(EXIT.usage, `fix: expected ORIGIN TARGET, ORIGIN alone or --share, found ${found}`);
  if (share !== undefined) {
    if (origin !== undefined) throw usage('ORIGIN with --share');
    if (reach !== undefined) throw usage('--reach with --share');
    const { of, level } = share;
    return FIX_SHARES.some((one) => one === of)
      ? { kind: 'share', measure: of as FixShare, level }
      : { kind: 'group', group: of, level };
  }
  if (origin === undefined) throw usage('none of them');
  if (target === undefined) return { kind: 'origin', origin, reach: reach ?? 'outside' };
  if (reach !== undefined) throw usage('--reach with TARGET');
  return { kind: 'pair', origin, destination: target };
}

/** A target in the words that `fix` takes, `all` for every maker; a repeated option adds to the list. */
export function readTargets(text: string, before: readonly FixTarget[] | undefined): readonly FixTarget[] {
  const share = text.includes('>=') ? readShareOf(text) : undefined;
  const [origin, target, ...more] = share === undefined ? text.trim().split(/\s+/) : [];
  if (more.length > 0 || origin === '')
    throw new InvalidArgumentError("'ORIGIN TARGET', ORIGIN or SHARE>=LEVEL expected.");
  const reach = target === 'all' ? { reach: 'all' as const } : {};
  const found = toTarget(origin, target === 'all' ? undefined : target, {
    ...reach,
    ...(share === undefined ? {} : { share }),
  });
  return [...(before ?? []), found];
}

/** The parts that were asked for; all of them where none was. */
export function toParts({ road, links, sections, newLink }: FixOptions): readonly FixPart[] | undefined {
  const asked: readonly (readonly [FixPart, unknown])[] = [
    ['roads', road],
    ['links', links],
    ['sections', sections],
    ['new-link', newLink],
  ];
  const parts = asked.filter(([, one]) => one !== undefined).map(([part]) => part);
  return parts.length === 0 ? undefined : parts;
}

/** What is written is one fix. */
export function checkFixUsage(options: FixOptions): void {
  const { scenarioOut, road } = options;
  if (scenarioOut === undefined) return;
  const isOne =
    toParts(options)?.length === 1 && (road === undefined || (road !== true && road.length === 1));
  if (isOne) return;
  throw new Failure(
    EXIT.usage,
    'fix: --scenario-out needs exactly one of --road ID, --links, --sections and --new-link',
  );
}
