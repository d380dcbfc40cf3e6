/** Lays scenarios over the network and takes them off again; what was laid last is kept by this browser. */
import { batch, signal } from '@preact/signals';
import type { NamedText } from '../../src/index.ts';
import type { KeepResult } from '../state/keep.ts';
import { askPlan, toSentences } from './ask.ts';
import { keepPlan } from './keep-plans.ts';
import { changeCity, cityChoice, plan, type PlanName } from './state.ts';

/** What became of the newest scenario. */
export type PlanSaid =
  | { readonly kind: 'reading' }
  | { readonly kind: 'wrong'; readonly name: string; readonly problems: readonly string[] }
  /** It is in the address and neither served nor kept. */
  | { readonly kind: 'gone'; readonly name: string }
  /** `edited`: it is nowhere else either. */
  | { readonly kind: 'notKept'; readonly why: Exclude<KeepResult, 'kept'>; readonly edited: boolean };
export const planSaid = signal<PlanSaid | null>(null);

/** A scenario as it is laid: how it is called, its file behind those that it stands on. */
export interface Laid {
  readonly called: PlanName;
  readonly files: readonly NamedText[];
  /** It was changed here. */
  readonly edited?: true;
}

let lastNumber = 0;

/** Whether this browser has what was laid last. */
export const isKept = signal(true);

/** Keeps files of the reader's; says so where that cannot be. */
function keepFiles({ called, files, edited }: Laid): void {
  if (called.from === 'served') return;
  const kept = keepPlan(files);
  isKept.value = kept === 'kept';
  if (kept !== 'kept') planSaid.value = { kind: 'notKept', why: kept, edited: edited === true };
}

/** Lays a scenario over the network; says what is wrong with its files where anything is, and leaves all as it was. */
export async function layPlan(laid: Laid): Promise<'laid' | 'wrong' | 'overtaken'> {
  const { called, files } = laid;
  lastNumber += 1;
  const number = lastNumber;
  try {
    const opened = await askPlan({ number, files });
    if (number !== lastNumber) return 'overtaken';
    const before = plan.peek();
    // What is drawn is drawn: a place that moves leaves the roads on the map alone.
    const drawn =
      before?.roadsKey === opened.roadsKey ? { roads: before.roads, changed: before.changed } : {};
    batch(() => {
      planSaid.value = null;
      plan.value = { number, files, called, ...opened, ...drawn };
      changeCity({ scenario: called });
      keepFiles(laid);
    });
    return 'laid';
  } catch (error) {
    if (number !== lastNumber) return 'overtaken';
    planSaid.value = { kind: 'wrong', name: called.name, problems: toSentences(error) };
    return 'wrong';
  }
}

/** The network as it was imported. */
export function takeOff(): void {
  lastNumber += 1;
  batch(() => {
    plan.value = null;
    planSaid.value = null;
    if (cityChoice.peek().scenario !== null) changeCity({ scenario: null });
  });
}
