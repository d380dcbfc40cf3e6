/** Radio buttons side by side, of which one is chosen. */

interface SegmentsProps {
  /** Name of the group in the document. */
  readonly name: string;
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Null where none is. */
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

export function Segments({ name, legend, options, chosen, choose }: SegmentsProps) {
  return (
    <fieldset class="segments">
      <legend>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={name} value={id} checked={id === chosen} onChange={() => choose(id)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
