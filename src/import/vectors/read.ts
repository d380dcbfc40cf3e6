/** Vectors of a graph from their bytes, and whether they fit together: each problem names the byte. */
import { DataError, type Problem } from '../../problems.ts';
import { MAX_LINK_M } from '../link-length.ts';

const BYTES = 4;

export interface Vectors {
  readonly firstOut: Uint32Array;
  readonly head: Uint32Array;
  /** Vertex that each arc leaves. */
  readonly tail: Uint32Array;
  readonly travelTime: Uint32Array;
  readonly latitude: Float32Array;
  readonly longitude: Float32Array;
  readonly geoDistance: Uint32Array | null;
}

/** Names of the files; the last need not be there. */
export const VECTOR_FILES = [
  'first_out',
  'head',
  'travel_time',
  'latitude',
  'longitude',
  'geo_distance',
] as const;
type VectorFile = (typeof VECTOR_FILES)[number];

const toView = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

function toWhole(bytes: Uint8Array): Uint32Array {
  const view = toView(bytes);
  return Uint32Array.from({ length: bytes.length / BYTES }, (_, i) => view.getUint32(BYTES * i, true));
}

function toFloats(bytes: Uint8Array): Float32Array {
  const view = toView(bytes);
  return Float32Array.from({ length: bytes.length / BYTES }, (_, i) => view.getFloat32(BYTES * i, true));
}

function listFileProblems(files: ReadonlyMap<string, Uint8Array>): readonly Problem[] {
  return VECTOR_FILES.flatMap((file): readonly Problem[] => {
    const bytes = files.get(file);
    const problem = { file, path: '', expected: 'numbers of 4 bytes', code: 'broken-file' } as const;
    if (bytes === undefined) {
      return file === 'geo_distance' ? [] : [{ ...problem, found: 'no such file', code: 'missing' }];
    }
    return bytes.length % BYTES === 0 ? [] : [{ ...problem, found: `${bytes.length} bytes` }];
  });
}

/** Vertex of each arc, as far as `first_out` is sound. */
function listTails(firstOut: Uint32Array, arcs: number): Uint32Array {
  const tail = new Uint32Array(arcs);
  for (let v = 0; v + 1 < firstOut.length; v += 1) tail.fill(v, firstOut[v], firstOut[v + 1]);
  return tail;
}

/** Reads the vectors. Throws DataError for files that are missing or no vectors. */
export function readVectors(files: ReadonlyMap<string, Uint8Array>): Vectors {
  const problems = listFileProblems(files);
  if (problems.length > 0) throw new DataError([...problems]);
  const get = (file: VectorFile): Uint8Array => files.get(file) ?? new Uint8Array(0);
  const [firstOut, head] = [toWhole(get('first_out')), toWhole(get('head'))];
  return {
    ...{ firstOut, head, tail: listTails(firstOut, head.length) },
    travelTime: toWhole(get('travel_time')),
    latitude: toFloats(get('latitude')),
    longitude: toFloats(get('longitude')),
    geoDistance: files.has('geo_distance') ? toWhole(get('geo_distance')) : null,
  };
}

/** The first number of a vector that is not as it should be. */
function findBad(
  file: VectorFile,
  values: ArrayLike<number>,
  expected: string,
  fits: (value: number, i: number) => boolean,
): readonly Problem[] {
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] as number;
    if (fits(value, i)) continue;
    return [{ file, path: `byte ${BYTES * i}`, expected, found: String(value), code: 'broken-file' }];
  }
  return [];
}

function findLength(file: VectorFile, length: number, expected: number, what: string): readonly Problem[] {
  if (length === expected) return [];
  const words = `${expected} numbers, one ${what}`;
  return [{ file, path: '', expected: words, found: String(length), code: 'broken-file' }];
}

/** The vectors, if they fit together. Throws DataError with everything that does not. */
export function checkVectors(vectors: Vectors): Vectors {
  const { firstOut, head, travelTime, latitude, longitude, geoDistance } = vectors;
  const [vertices, arcs] = [Math.max(0, firstOut.length - 1), head.length];
  const rises = (value: number, i: number): boolean =>
    i === 0 ? value === 0 : value >= (firstOut[i - 1] as number) && value <= arcs;
  const problems = [
    ...(firstOut.length > 1 ? [] : findLength('first_out', firstOut.length, 2, 'more than the vertices')),
    ...findBad('first_out', firstOut, `a place from 0 to ${arcs}, never falling`, rises),
    ...findLength('head', arcs, firstOut.at(-1) ?? 0, 'an arc'),
    ...findBad('head', head, `a vertex below ${vertices}`, (value) => value < vertices),
    ...findLength('travel_time', travelTime.length, arcs, 'an arc'),
    ...findBad('travel_time', travelTime, 'at most 2147483647 ms', (value) => value <= 0x7fff_ffff),
    ...findLength('latitude', latitude.length, vertices, 'a vertex'),
    ...findBad('latitude', latitude, 'degrees from -90 to 90', (value) => Math.abs(value) <= 90),
    ...findLength('longitude', longitude.length, vertices, 'a vertex'),
    ...findBad('longitude', longitude, 'degrees from -180 to 180', (value) => Math.abs(value) <= 180),
    ...(geoDistance === null ? [] : findLength('geo_distance', geoDistance.length, arcs, 'an arc')),
    ...findBad('geo_distance', geoDistance ?? [], `at most ${MAX_LINK_M} m`, (value) => value <= MAX_LINK_M),
  ];
  if (problems.length > 0) throw new DataError(problems);
  return vectors;
}
