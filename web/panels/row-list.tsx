/** Rows of a scenario as a list: each is switched, moved, opened and removed, and says what is wrong with it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../words/index.ts';

/** What is said of a row. */
interface RowView {
  readonly name: string;
  /** What it does, in a few words. */
  readonly text: string;
  readonly off: boolean;
  readonly problems: readonly string[];
}

/** What can be done with the row at a place of the list. */
export interface RowActs {
  readonly switch: (at: number, on: boolean) => void;
  readonly move: (at: number, by: number) => void;
  readonly remove: (at: number) => void;
  /** Null: none is open. */
  readonly open: (at: number | null) => void;
}

interface ListProps {
  readonly rows: readonly RowView[];
  /** Row whose form is open. */
  readonly opened: number | null;
  readonly acts: RowActs;
  /** The row that is opened is brought into sight; not so where what is worked on would go out of it. */
  readonly scrolls?: boolean;
  /** Of the open row. */
  readonly form: ComponentChildren;
}

interface RowProps extends ListProps {
  readonly at: number;
  readonly row: RowView;
}

function RowButtons({ rows, acts, at, row: { name } }: RowProps) {
  const buttons = [
    { sign: '↑', word: t('studio.rowUp', { name }), isIdle: at === 0, act: () => acts.move(at, -1) },
    {
      sign: '↓',
      word: t('studio.rowDown', { name }),
      isIdle: at === rows.length - 1,
      act: () => acts.move(at, 1),
    },
    { sign: '✕', word: t('studio.rowRemove', { name }), isIdle: false, act: () => acts.remove(at) },
  ];
  return (
    <span class="studio-row-buttons">
      {buttons.map(({ sign, word, isIdle, act }) => (
        <button key={sign} type="button" aria-label={word} title={word} disabled={isIdle} onClick={act}>
          {sign}
        </button>
      ))}
    </span>
  );
}

function Problems({ problems }: Pick<RowView, 'problems'>) {
  if (problems.length === 0) return null;
  return (
    <div class="small warning">
      ⚠ {t('studio.notCounted')}
      <ul lang="en">
        {problems.map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  );
}

function Row(props: RowProps) {
  const { row, at, opened, acts, form, scrolls = true } = props;
  const { name, text, off, problems } = row;
  const isOpen = opened === at;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen && scrolls) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, scrolls]);
  return (
    <li ref={element} class={off ? 'studio-row off' : 'studio-row'}>
      <div class="studio-row-head">
        <input
          type="checkbox"
          checked={!off}
          aria-label={t('studio.rowOn', { name })}
          onChange={({ currentTarget }) => acts.switch(at, currentTarget.checked)}
        />
        <button
          type="button"
          class="studio-row-name"
          aria-expanded={isOpen}
          onClick={() => acts.open(isOpen ? null : at)}
        >
          {name}
          <span class="small muted"> {text}</span>
        </button>
        <RowButtons {...props} />
      </div>
      <Problems problems={problems} />
      {isOpen && form}
    </li>
  );
}

export function RowList(props: ListProps) {
  return (
    <ol>
      {props.rows.map((row, at) => (
        <Row key={at} {...props} {...{ row, at }} />
      ))}
    </ol>
  );
}
