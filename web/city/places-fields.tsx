/** The places of the question as text: typed, or taken from the map. */
import { useState } from 'preact/hooks';
import { t } from '../words/index.ts';
import { readPoint } from './address.ts';
import { changeCity, city, cityChoice } from './state.ts';

interface FieldProps {
  readonly letter: 'A' | 'B';
  readonly name: 'first' | 'second';
}

/** A place as `lon, lat`; what cannot be read is said beside it and changes nothing. */
function PlaceField({ letter, name }: FieldProps) {
  const [wrong, setWrong] = useState(false);
  const at = cityChoice.value[name];
  const state = city.value;
  const take = (text: string): void => {
    const point = readPoint(text);
    setWrong(point === null);
    if (point !== null) changeCity({ [name]: point });
  };
  const example = state?.ok === true ? state.label.home.join(', ') : '113.26, 23.13';
  return (
    <div class="field">
      <label for={`place-${name}`}>{t('city.place', { letter })}</label>
      <input
        id={`place-${name}`}
        type="text"
        inputMode="text"
        autocomplete="off"
        spellcheck={false}
        value={at?.join(', ') ?? ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? `wrong-${name}` : undefined}
        onChange={(event) => take(event.currentTarget.value)}
      />
      {wrong && (
        <p class="small city-wrong" id={`wrong-${name}`} role="alert">
          {t('city.placeWrong', { example })}
        </p>
      )}
    </div>
  );
}

/** A place beside the first one, so that both pins are seen. */
const BESIDE = 0.02;

function addSecond(): void {
  const { first } = cityChoice.peek();
  const state = city.peek();
  if (first === null || state?.ok !== true) return;
  const [, , east] = state.label.bounds;
  const lon = first[0] + BESIDE < east ? first[0] + BESIDE : first[0] - BESIDE;
  changeCity({ second: readPoint(`${lon},${first[1]}`) });
}

export function PlaceFields() {
  const { second } = cityChoice.value;
  return (
    <>
      <p class="small muted">{t('city.hint')}</p>
      <PlaceField letter="A" name="first" />
      {second === null ? (
        <button type="button" onClick={addSecond}>
          {t('city.add')}
        </button>
      ) : (
        <>
          <PlaceField letter="B" name="second" />
          <button type="button" onClick={() => changeCity({ second: null })}>
            {t('city.remove')}
          </button>
        </>
      )}
    </>
  );
}
