/** Fields of the studio's forms: each says whether it holds the default, and goes back to it. */
import type { ComponentChildren } from 'preact';
import { t } from '../words/index.ts';

interface LabelProps {
  readonly id: string;
  readonly label: string;
  /** Holds what is taken where nothing is said; undefined where there is no such thing. */
  readonly isDefault?: boolean;
  readonly onReset?: () => void;
  readonly children: ComponentChildren;
}

function Labelled({ id, label, isDefault, onReset, children }: LabelProps) {
  return (
    <div class="field">
      <span class="studio-label">
        <label for={id}>{label}</label>
        {isDefault === true && <span class="small muted studio-default">{t('studio.default')}</span>}
        {isDefault === false && onReset !== undefined && (
          <button type="button" class="studio-reset" title={t('studio.reset', { label })} onClick={onReset}>
            ↺ <span class="visually-hidden">{t('studio.reset', { label })}</span>
          </button>
        )}
      </span>
      {children}
    </div>
  );
}

interface FieldProps<T> extends Omit<LabelProps, 'children'> {
  readonly value: T;
  readonly onValue: (value: T) => void;
}

/** Words that may not be empty: an empty field changes nothing and shows again what is. */
export function TextField({ value, onValue, ...label }: FieldProps<string>) {
  return (
    <Labelled {...label}>
      <input
        id={label.id}
        type="text"
        maxLength={200}
        value={value}
        onInput={({ currentTarget }) => {
          if (currentTarget.value.trim() !== '') onValue(currentTarget.value);
        }}
        onBlur={({ currentTarget }) => (currentTarget.value = value)}
      />
    </Labelled>
  );
}

interface NumberProps extends FieldProps<number> {
  readonly low: number;
  readonly high: number;
  readonly step?: number | 'any';
}

/** A number in its range: what is out of it changes nothing and is marked by the browser. */
export function NumberField({ value, onValue, low, high, step = 1, ...label }: NumberProps) {
  return (
    <Labelled {...label}>
      <input
        id={label.id}
        type="number"
        min={low}
        max={high}
        step={step}
        required
        value={value}
        onInput={({ currentTarget }) => {
          if (currentTarget.validity.valid) onValue(currentTarget.valueAsNumber);
        }}
        onBlur={({ currentTarget }) => (currentTarget.value = String(value))}
      />
    </Labelled>
  );
}

interface SelectProps extends FieldProps<string> {
  readonly options: readonly (readonly [value: string, text: string])[];
}

export function SelectField({ value, onValue, options, ...label }: SelectProps) {
  return (
    <Labelled {...label}>
      <select id={label.id} value={value} onChange={({ currentTarget }) => onValue(currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function CheckField({ id, label, value, onValue, isDefault }: FieldProps<boolean>) {
  return (
    <span class="studio-label">
      <label class="studio-check" for={id}>
        <input
          id={id}
          type="checkbox"
          checked={value}
          onChange={({ currentTarget }) => onValue(currentTarget.checked)}
        />
        {label}
      </label>
      {isDefault === true && <span class="small muted studio-default">{t('studio.default')}</span>}
    </span>
  );
}

/** A year, month or day; empty where none is said. */
export function DateField({ value, onValue, ...label }: FieldProps<string | null>) {
  return (
    <Labelled {...label}>
      <input
        id={label.id}
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM"
        pattern={String.raw`\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?`}
        value={value ?? ''}
        onInput={({ currentTarget }) => {
          if (currentTarget.validity.valid) onValue(currentTarget.value === '' ? null : currentTarget.value);
        }}
        onBlur={({ currentTarget }) => (currentTarget.value = value ?? '')}
      />
    </Labelled>
  );
}
