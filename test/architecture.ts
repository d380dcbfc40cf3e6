/**
 * Who may import what, and what the sources may not touch. The table is that of the design; arrows beyond it
 * stand apart, each with its reason, so that a new one is a decision and not an accident.
 */

export type Sources = ReadonlyMap<string, string>;

/** Rooms and packages that a room may import; a room may always import itself. */
const TABLE: Readonly<Record<string, string>> = {
  units: '',
  problems: '',
  latest: '',
  geodesic: 'model units geographiclib-geodesic',
  model: 'units problems',
  load: 'model problems units zod',
  scenario: 'model problems',
  routing: '',
  network: 'model problems routing units graphology @turf flatbush kdbush cheap-ruler',
  matrix: 'model network routing units',
  reliability: '@stdlib',
  access: 'matrix network routing model units d3-contour @turf',
  independence: 'access matrix network routing model units',
  condition: 'scenario matrix access independence network routing model units',
  claims: 'condition matrix network model units',
  uncertainty:
    'flowchart condition independence access matrix network routing scenario model problems units pure-rand',
  flowchart: 'model independence condition problems',
  fix: 'uncertainty condition independence access network routing scenario model problems units',
  verify: 'model scenario units graphology graphology-shortest-path',
  import: 'model load network units problems papaparse pbf saxes gcoord fflate flatbush',
  city: 'model network routing units problems flatbush',
  report: 'model units',
  analysis:
    'answer claims condition flowchart independence access matrix network routing scenario load report verify model problems units',
  index:
    'report-file analysis answer claims condition flowchart geodesic independence access matrix network routing scenario load import city report verify model problems units',
  'report-file': 'analysis answer report verify load scenario model problems units',
  cli: 'index node: commander string-width piscina hyparquet-writer hono sirv open',
};

/** Beyond the table of the design: [room, what it imports, why]. */
const BEYOND: readonly (readonly [room: string, imports: string, why: string])[] = [
  [
    'value',
    'condition independence network routing scenario model units',
    'what closing, adding and ordering roads is worth reads the measures of condition and of independence, and neither reads it',
  ],
  ['cli', 'kubernetes-types', 'the job of a sweep has the type that Kubernetes gives it'],
  ['index', 'value', 'games and orders of building are for users of the library too'],
  ['network', 'scenario', 'a network is that of a road state, and tariffs and plazas are dated'],
  ['matrix', 'scenario', 'a skim is asked for a scenario'],
  ['scenario', 'latest', 'roads on record are the same for whoever is put beside them'],
  ['network', 'latest', 'a topology is asked for again and again while places move'],
  ['answer', 'latest', 'times are kept between questions'],
  ['load', '@noble/hashes', 'the digest that names the data'],
  ['load', 'geodesic', 'a stated length is held against the drawn one'],
  ['load', 'scenario', 'a scenario is tried on the roads that it changes'],
  ['scenario', 'geodesic', 'a drawn road is as long as its line'],
  ['network', 'geodesic', 'a connector is as long as the way to the road'],
  ['access', 'geodesic', 'a grid measures along the roads near a cell'],
  ['access', 'scenario', 'a grid has the roads that a scenario builds'],
  ['fix', 'geodesic', 'a new road is as long as the line between its ends, times a detour'],
  ['answer', 'geodesic', 'a new road is said with the straight line beside it'],
  ['claims', 'geodesic', 'a claim is held against the straight line first'],
  ['load', 'papaparse', 'a table of own sites comes from any spreadsheet'],
  [
    'load',
    'network',
    'an own site off the map is refused with its row; a day of traffic is held against the roads',
  ],
  ['verify', 'problems', 'it refuses a file with the same kind of error'],
  ['verify', 'load', 'a scenario that an answer brings along is checked like a file'],
  ['verify', '@noble/hashes', 'a certificate is refused by its digest'],
  ['verify', 'geographiclib-geodesic', 'connectors are measured a second time'],
  ['condition', 'problems', 'a question that cannot be asked is told like any other'],
  ['condition', '@noble/hashes', 'a certificate carries its digest'],
  ['report', 'problems', 'an unknown format or schema is told like any other'],
  ['report', 'string-width', 'tables align Chinese'],
  ['report', '@noble/hashes', 'the policy of a report names its one style by its hash'],
  ['report', '@dagrejs/dagre', 'ranks of the flowcharts, on the page and in a report'],
  ['report', 'zod', 'the schemas of answers are published like those of data'],
  ['report', 'load', 'the door to schemas joins those of data and answers'],
  ['report', 'answer', 'tables show what the answer says in the same seconds'],
  ['report', 'condition', 'a delivery is a drive and what is added to it'],
  ['report', 'network', 'a table of roads has a row for every piece between two nodes'],
  ['report', 'scenario', 'the list of scenarios counts the roads of each'],
  ['import', 'geodesic', 'a link is as long as its line'],
  ['city', 'geodesic', 'a connector is as long as the way to the road'],
  ['city', 'scenario', 'a scenario over a city is held against the same rules as any other'],
  [
    'city',
    'access independence',
    'who of a city is free of a maker is measured as in a data set, and neither knows a city',
  ],
  ['city', 'value', 'what roads of a city are worth is divided by the same rule, which knows no city'],
  ['load', 'city', 'a scenario over a city is tried on its roads; own sites on what they may join'],
  ['import', 'city', 'what hangs together is asked of the graph that questions are asked of'],
  ['import', 'routing', 'parts of a graph are found in any graph'],
  [
    'answer',
    'fix reliability uncertainty value claims condition flowchart independence access matrix network routing scenario model problems units',
    'the parts of the one analysis: analysis.ts is its only door',
  ],
];

/** Rooms whose results others may name as types. */
const RESULT_TYPES = new Set([
  'access',
  'answer',
  'city',
  'claims',
  'condition',
  'flowchart',
  'independence',
  'matrix',
]);

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'|import\(\s*'([^']+)'|(?:^|\n)import\s*'([^']+)'/g;

/** Imports and re-exports of a text, comments left out. */
export function listImports(text: string): readonly Import[] {
  return [...stripComments(text).matchAll(IMPORT)].map(([, type, from, dynamic, bare]) => {
    return { specifier: from ?? dynamic ?? bare ?? '', typeOnly: type !== undefined };
  });
}

/** Line comments only where they follow a line's start or a blank: not those inside addresses. */
function stripComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/[^\n]*/g, '$1');
}

/** `network/toll.ts` → network; `units.ts` → units. */
function toRoom(file: string): string {
  return file.split('/')[0]?.replace(/\.ts$/, '') ?? '';
}

/** File that a relative import means, below `src/`. */
export function resolveImport(file: string, specifier: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function listAllowed(room: string): readonly string[] {
  const beyond = BEYOND.filter(([of]) => of === room).map(([, imports]) => imports);
  return [TABLE[room] ?? '', ...beyond].join(' ').split(' ');
}

/** `@noble/hashes/sha2.js` → @noble/hashes; every @turf package → @turf; every node:… → node:. */
function toPackage(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:';
  const [scope = '', name = ''] = specifier.split('/');
  if (scope === '@turf') return scope;
  if (scope === '@stdlib') return scope;
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}

function isAllowed(file: string, { specifier, typeOnly }: Import): boolean {
  const room = toRoom(file);
  if (!specifier.startsWith('.')) return listAllowed(room).includes(toPackage(specifier));
  const target = toRoom(resolveImport(file, specifier));
  if (room === 'report' && typeOnly && RESULT_TYPES.has(target)) return true;
  return target === room || listAllowed(room).includes(target);
}

/** Imports that neither table has, as `file → specifier`. */
export function listForbiddenImports(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, text]) =>
    listImports(text).flatMap((one) => (isAllowed(file, one) ? [] : [`${file} → ${one.specifier}`])),
  );
}

type Arrows = ReadonlyMap<string, readonly string[]>;

/** Circles along arrows, each once, as `a → b → a`. */
function listCircles(arrows: Arrows): readonly string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (from: string, trail: readonly string[]): void => {
    const at = trail.indexOf(from);
    if (at >= 0) circles.push([...trail.slice(at), from].join(' → '));
    if (at >= 0 || done.has(from)) return;
    for (const to of arrows.get(from) ?? []) visit(to, [...trail, from]);
    done.add(from);
  };
  for (const from of arrows.keys()) visit(from, []);
  return circles;
}

/** Circles between files that are there when the program runs: types alone leave none. */
export function listFileCycles(sources: Sources): readonly string[] {
  const arrows = [...sources].map(([file, text]): [string, readonly string[]] => {
    const values = listImports(text).filter(
      ({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly,
    );
    return [file, values.map(({ specifier }) => resolveImport(file, specifier))];
  });
  return listCircles(new Map(arrows));
}

/** Circles between rooms, types included. */
export function listRoomCycles(sources: Sources): readonly string[] {
  const arrows = new Map<string, string[]>();
  for (const [file, text] of sources) {
    const room = toRoom(file);
    const relative = listImports(text).filter(({ specifier }) => specifier.startsWith('.'));
    const rooms = relative.map(({ specifier }) => toRoom(resolveImport(file, specifier)));
    arrows.set(room, [...(arrows.get(room) ?? []), ...rooms.filter((other) => other !== room)]);
  }
  return listCircles(arrows);
}

/** Clock, chance, screen, network and files: what only the command line may touch. */
const OUTSIDE: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Date.now', /\bDate\s*\.\s*now\b/],
  ['new Date()', /\bnew\s+Date\s*(?:\(\s*\)|[^\s(])/],
  ['Date()', /(?<!new\s)\bDate\s*\(/],
  ['performance', /\bperformance\s*\./],
  ['Math.random', /\bMath\s*\.\s*random\b/],
  ['crypto', /\bcrypto\s*\./],
  ['console', /\bconsole\s*[.[]/],
  ['document', /\bdocument\s*[.[]/],
  ['window', /\bwindow\s*[.[]/],
  ['fetch', /\bfetch\s*\(/],
  ['process', /\bprocess\s*[.[]/],
  ['globalThis', /\bglobalThis\b/],
  ['eval', /\beval\s*\(|\bnew\s+Function\b/],
  ['require', /\brequire\s*\(/],
];

/** Touches of the outside in files that may not, as `file: what`. */
export function listOutside(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, text]) => {
    if (toRoom(file) === 'cli') return [];
    const code = stripComments(text).replaceAll(/'(?:[^'\\\n]|\\.)*'/g, "''");
    return OUTSIDE.filter(([, pattern]) => pattern.test(code)).map(([name]) => `${file}: ${name}`);
  });
}

/** Arrows beyond the design that nobody uses any more. */
export function listUnusedBeyond(sources: Sources): readonly string[] {
  const used = new Set(
    [...sources].flatMap(([file, text]) =>
      listImports(text).map(({ specifier }) => {
        const relative = specifier.startsWith('.');
        return `${toRoom(file)} ${relative ? toRoom(resolveImport(file, specifier)) : toPackage(specifier)}`;
      }),
    ),
  );
  return BEYOND.flatMap(([room, imports]) => imports.split(' ').map((one) => `${room} ${one}`)).filter(
    (arrow) => !used.has(arrow),
  );
}

/** Rooms that no table knows. */
export function listUnknownRooms(sources: Sources): readonly string[] {
  const known = new Set([...Object.keys(TABLE), ...BEYOND.map(([room]) => room)]);
  return [...new Set([...sources.keys()].map(toRoom))].filter((room) => !known.has(room));
}
