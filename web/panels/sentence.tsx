/** The answer in one sentence, what the difference does, and what it is not. */
import type { Dataset, QuickAnalysis } from '../../src/index.ts';
import { number } from '../words/format.ts';
import { scenarioName } from '../words/names.ts';
import { t, tn, type WordKey } from '../words/index.ts';
import type { Contrast } from './answer-contrast.ts';
import { CUTOFFS_MIN, listGroups, type Counts } from './answer-counts.ts';
import { cutSentence, vehicleWord, whenWords } from './answer-words.ts';

interface Props {
  readonly dataset: Dataset;
  readonly answer: QuickAnalysis;
  readonly counts: Counts;
  readonly contrast: Contrast;
  readonly base: string;
  readonly build: string;
}

const KEYS: Readonly<Record<Contrast, WordKey>> = {
  same: 'answer.sentence.same',
  belt: 'answer.sentence.belt',
  rest: 'answer.sentence.pair',
  removal: 'answer.sentence.pair',
  roads: 'answer.sentence.pair',
};

export function Sentence(props: Props) {
  const { counts, answer } = props;
  return (
    <div class="sentence-block">
      <p class="sentence">{counts.placed === 0 ? t('answer.sentence.nobody') : <Counted {...props} />}</p>
      <p class="caveat muted">
        {answer.population.id === 'own' && `${t('answer.own')} `}
        {t('answer.caveat')}
      </p>
      {counts.placed > 0 && <Effect {...props} />}
    </div>
  );
}

function Counted({ dataset, answer, counts, contrast, base, build }: Props) {
  const tagged = counts.tagged > 0;
  const pair = tagged ? counts.outside : counts.all;
  const values = {
    vehicle: vehicleWord(dataset, answer.vehicleClass),
    when: whenWords(dataset, answer.clock, answer.traffic),
    a: number(pair.build),
    b: number(pair.base),
    n: number(tagged ? counts.tagged : counts.placed),
    sites: tn('answer.sites', tagged ? counts.taggedSites : counts.sites),
    g: number(listGroups(answer).length),
    T: number(counts.cutoffMin, 2),
    base: scenarioName(dataset, base),
    build: scenarioName(dataset, build),
  };
  const key = tagged ? KEYS[contrast] : 'answer.sentence.untagged';
  return (
    <>
      {cutSentence(key, values, ['a', 'b']).map(({ text, strong }, i) =>
        strong ? <b key={i}>{text}</b> : text,
      )}
    </>
  );
}

function Effect({ counts, contrast }: Props) {
  if (contrast === 'same') return <p class="effect">{t('answer.sameRoads')}</p>;
  const subject = t(`answer.subject.${contrast}`);
  const T = number(counts.cutoffMin, 2);
  const { attribution, nearest } = counts;
  const [gained, lost] = [attribution['no-to-yes'], attribution['yes-to-no']];
  const lines = [
    ...(gained > 0 ? [tn('answer.gains', gained, { subject, T })] : []),
    ...(lost > 0 ? [tn('answer.loses', lost, { subject, T })] : []),
    ...(gained + lost > 0 ? [] : [toNone(subject, T, nearest)]),
    t('answer.rest', { yes: number(attribution['yes-in-both']), no: number(attribution['no-in-both']) }),
    ...(contrast === 'roads' ? [t('answer.otherRoads')] : []),
  ];
  const [first, ...rest] = lines;
  return (
    <p class={`effect ${contrast}`}>
      <b>{first}</b> {rest.join(' ')}
    </p>
  );
}

function toNone(subject: string, T: string, nearest: Counts['nearest']): string {
  if (nearest === null) {
    const { from, to } = CUTOFFS_MIN;
    return t('answer.noneAtAll', { subject, T, from: number(from), to: number(to) });
  }
  return t('answer.none', { subject, T, m: number(nearest.pairs), T2: number(nearest.cutoffMin) });
}
