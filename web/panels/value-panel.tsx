/** Beside the map of the Value view: what each section of the belt is worth, and in which order to build them. */
import type { BuildOrder, Interaction, MeasureShares, Programme, SectionValues } from '../../src/index.ts';
import type { Worth } from '../engine/protocol.ts';
import { scene } from '../state/answers.ts';
import { amount, measureName } from '../words/amount.ts';
import { DASH, number, percent } from '../words/format.ts';
import { t } from '../words/index.ts';
import { nameOf } from '../words/names.ts';

/** Sets that are listed; the files have all. */
const SHOWN = 4;

function Shares({
  sections,
  shares,
}: {
  readonly sections: SectionValues['sections'];
  readonly shares: MeasureShares;
}) {
  const { measure, all, none } = shares;
  const whole = all - none;
  const names = new Map(
    sections.map(({ id, title, titleZh }) => [id, nameOf({ name: title, nameZh: titleZh })]),
  );
  return (
    <table class="worth-sections">
      <caption>{t('worth.shapley', { measure: measureName(measure) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('worth.section')}</th>
          {(['value', 'share', 'first', 'last'] as const).map((one) => (
            <th key={one} scope="col" class="number">
              {t(`worth.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shares.shares.map(({ section, value, alone, last }) => (
          <tr key={section}>
            <th scope="row">
              <abbr title={names.get(section) ?? section}>{section}</abbr>{' '}
              <span class="small muted">{names.get(section)}</span>
            </th>
            <td class="number">{amount(measure, value)}</td>
            <td class="number">{whole === 0 ? DASH : percent(value / whole)}</td>
            <td class="number">{amount(measure, alone)}</td>
            <td class="number">{amount(measure, last)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function sayInteraction({ measure }: MeasureShares, { sections, dividend }: Interaction): string {
  const values = { sections: sections.join(' + '), amount: amount(measure, dividend) };
  return t(dividend < 0 ? 'worth.replace' : 'worth.add', values);
}

function Interactions({ shares }: { readonly shares: MeasureShares }) {
  const { interactions } = shares;
  if (interactions.length === 0) return <p class="small">{t('worth.noInteraction')}</p>;
  return (
    <>
      <p class="small">{t('worth.interact')}</p>
      <ul class="small">
        {interactions.slice(0, SHOWN).map((one) => (
          <li key={one.sections.join(' ')}>{sayInteraction(shares, one)}</li>
        ))}
      </ul>
    </>
  );
}

function Sections({
  sections,
  measure,
}: {
  readonly sections: SectionValues;
  readonly measure: Worth['measure'];
}) {
  const shares = sections.measures.find((one) => one.measure === measure);
  if (shares === undefined) return null;
  const [none, all] = [shares.none, shares.all].map((one) => amount(measure, one));
  return (
    <>
      <p class="worth-sum">
        {t('worth.sum', { none: none ?? '', all: all ?? '', measure: measureName(measure) })}
      </p>
      <Shares sections={sections.sections} shares={shares} />
      <Interactions shares={shares} />
    </>
  );
}

function YearCells({
  order,
  programme,
  at,
}: {
  readonly order: BuildOrder;
  readonly programme: Programme | null;
  readonly at: number;
}) {
  const year = programme?.years[at];
  return (
    <>
      <td>{year?.opened.join(' ') ?? DASH}</td>
      <td class="number">{year === undefined ? DASH : amount(order.measure, year.gain)}</td>
    </>
  );
}

function Order({ order }: { readonly order: BuildOrder }) {
  const { best, real, orders, discountRate, measure } = order;
  const part = real === null || best.value === 0 ? null : real.value / best.value;
  const values = {
    rate: percent(discountRate.value),
    orders: number(orders),
    best: amount(measure, best.value),
    real: real === null ? DASH : amount(measure, real.value),
    share: percent(part),
  };
  return (
    <>
      <h4>{t('worth.order')}</h4>
      <p class="small">{t('worth.orders', values)}</p>
      <table class="worth-years">
        <caption>{t('worth.years', { measure: measureName(measure) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('worth.year')}</th>
            <th scope="col">{t('worth.best')}</th>
            <th scope="col" class="number">
              {t('worth.gain')}
            </th>
            <th scope="col">{t('worth.real')}</th>
            <th scope="col" class="number">
              {t('worth.gain')}
            </th>
          </tr>
        </thead>
        <tbody>
          {best.years.map(({ year }, at) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              <YearCells order={order} programme={best} at={at} />
              <YearCells order={order} programme={real} at={at} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function ValuePanel() {
  const drawn = scene.value.value;
  const { state } = scene.value;
  if (drawn?.view !== 'value') return null;
  const { sections, order, why, measure } = drawn.worth;
  return (
    <section class="worth" aria-labelledby="worth-title" aria-busy={state === 'waiting'}>
      <h3 id="worth-title">{t('worth.title')}</h3>
      {sections !== null && <Sections sections={sections} measure={measure} />}
      {order !== null && <Order order={order} />}
      {why !== '' && <p class="small">{t('worth.none', { why })}</p>}
      <p class="small muted">{t('worth.caption')}</p>
    </section>
  );
}
