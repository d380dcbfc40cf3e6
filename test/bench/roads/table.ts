/** What was measured as a table: medians, ratios, and the figures to reach. */

type Times = ReadonlyMap<string, number>;

interface Row {
  readonly what: string;
  /** Names of the measure and of what it is held against, which may stand for several calls. */
  readonly measure: string;
  readonly against: string | null;
  readonly atLeast: string;
  readonly aim: string;
}

function listRows(beltEdges: number): readonly Row[] {
  const tree = 'one tree';
  const six = 'six trees';
  return [
    {
      what: `${tree}, graphology singleSource`,
      measure: 'tree graphology',
      against: null,
      atLeast: '',
      aim: '',
    },
    {
      what: `${tree}, buckets`,
      measure: 'tree buckets',
      against: 'tree graphology',
      atLeast: '120×',
      aim: '150×',
    },
    { what: `${tree}, sweep`, measure: 'tree plain', against: 'tree graphology', atLeast: '', aim: '' },
    {
      what: `${tree}, sweep, WASM`,
      measure: 'tree wasm',
      against: 'tree graphology',
      atLeast: '450×',
      aim: '600×',
    },
    { what: '16 roots, per root', measure: 'sixteen plain', against: 'tree buckets', atLeast: '', aim: '' },
    {
      what: '16 roots, per root, WASM',
      measure: 'sixteen wasm',
      against: 'tree buckets',
      atLeast: '30×',
      aim: '45×',
    },
    { what: 'six trees, buckets', measure: six, against: null, atLeast: '', aim: '' },
    { what: 'choosing 400 targets, WASM', measure: 'select wasm', against: null, atLeast: '', aim: '' },
    {
      what: 'matrix 400 × 6, chosen and copied before',
      measure: 'matrix plain',
      against: six,
      atLeast: '',
      aim: '',
    },
    {
      what: 'matrix 400 × 6, chosen and copied before, WASM',
      ...{ measure: 'matrix wasm', against: six, atLeast: '0.4 ms or 40×', aim: '0.17 ms, 100×' },
    },
    {
      what: `belt of ${beltEdges} edges, with copy and matrix`,
      measure: 'belt plain',
      against: six,
      atLeast: '',
      aim: '',
    },
    {
      what: `belt of ${beltEdges} edges, with copy and matrix, WASM`,
      ...{ measure: 'belt wasm', against: six, atLeast: '5 ms', aim: '1.5 ms' },
    },
    { what: 'customize all', measure: 'customize plain', against: null, atLeast: '', aim: '' },
    { what: 'customize all, WASM', measure: 'customize wasm', against: null, atLeast: '', aim: '' },
    {
      what: 're-weigh all, 4 scenarios in lanes, each with copy and matrix',
      ...{ measure: 'reweigh plain', against: six, atLeast: '', aim: '' },
    },
    {
      what: 're-weigh all, 4 scenarios in lanes, each with copy and matrix, WASM',
      ...{ measure: 'reweigh wasm', against: six, atLeast: '4 ms', aim: '1.7 ms' },
    },
    {
      what: 'every link closed in turn, 400 × 6',
      measure: 'criticality',
      against: null,
      atLeast: '20 s',
      aim: '2 s',
    },
    { what: 'pair, sum', measure: 'pair plain', against: 'pair ngraph', atLeast: '', aim: '' },
    {
      what: 'pair, sum, WASM',
      ...{ measure: 'pair wasm', against: 'pair ngraph', atLeast: '0.1 ms', aim: '0.03 ms' },
    },
    { what: 'pair, path by its edges', measure: 'path plain', against: 'pair ngraph', atLeast: '', aim: '' },
    {
      what: 'pair, path by its edges, WASM',
      ...{ measure: 'path wasm', against: 'pair ngraph', atLeast: '', aim: '' },
    },
    { what: 'pair, ngraph.path NBA*', measure: 'pair ngraph', against: null, atLeast: '', aim: '' },
    { what: 'pair, geojson-path-finder', measure: 'pair geojson', against: null, atLeast: '', aim: '' },
  ];
}

export function toText(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 0.1 ? `${ms.toPrecision(3)} ms` : `${(1000 * ms).toPrecision(3)} µs`;
}

/** Three digits, but no powers of ten. */
export function toRatio(ratio: number): string {
  return `${ratio >= 1000 ? Math.round(ratio) : ratio.toPrecision(3)}×`;
}

/** A Markdown table; ratios are of medians of the same run. */
export function toTable(times: Times, beltEdges: number): string {
  const lines = listRows(beltEdges).map(({ what, measure, against, atLeast, aim }) => {
    const ms = times.get(measure) ?? NaN;
    const ratio = against === null ? '' : `${toRatio((times.get(against) ?? NaN) / ms)} ${against}`;
    return `| ${what} | ${toText(ms)} | ${ratio} | ${atLeast} | ${aim} |`;
  });
  return ['| | median | ratio | at least | aim |', '|---|---|---|---|---|', ...lines].join('\n');
}
