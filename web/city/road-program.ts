/** The program and the tables of roads on the graphics card. It knows nothing of the map but where it looks. */
import { OWN_WORDS } from './own-columns.ts';
import { RUN } from './road-columns.ts';
import type { RoadLook } from './road-layer.ts';
import { createShaders } from './shader-program.ts';
import { FRAGMENT, OWN_TEXELS, ROAD_TEXELS, TABLE_WIDTH, VERTEX } from './shaders.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** Indices of the two triangles of a stretch, whose four corners follow each other. */
const TRIANGLES = [0, 1, 2, 2, 1, 3];
const CORNERS = 4;

export interface Program {
  /** Begins a picture: from x and y to clip space, how it looks, and keys of the times of both places. */
  readonly begin: (
    view: readonly [number, number, number, number],
    look: RoadLook,
    times: readonly [first: string, second: string],
  ) => void;
  readonly end: () => void;
  /** All roads, or what is reached of them. */
  readonly setPass: (reachedOnly: boolean) => void;
  /** Colour and width in pixels of the card. */
  readonly setRank: (road: Colour, width: number) => void;
  /** Draws stretches from one on: so many as a run has at most. */
  readonly drawRoads: (from: number, count: number) => void;
  readonly drawOwn: (key: string) => void;
  /** Keeps the seconds of a key, or what places join under one, in the place of those of before. */
  readonly keep: (kind: Kept, tables: ReadonlyMap<string, () => Float32Array>) => void;
  readonly remove: () => void;
}

/** Tables that come and go: seconds stay as long as their key, what places join is made anew with each answer. */
type Kept = 'times' | 'own';

interface Table {
  readonly texture: WebGLTexture;
  readonly words: number;
}

/** Tables by key on the card. */
class Tables {
  readonly #gl: WebGL2RenderingContext;
  readonly #tables = new Map<string, Table>();
  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
  }

  find(key: string): Table | null {
    return this.#tables.get(key) ?? null;
  }

  /** Those of the keys alone stay; what is there already is not sent again. */
  keep(makers: ReadonlyMap<string, () => Float32Array>): void {
    for (const key of this.#tables.keys()) if (!makers.has(key)) this.drop(key);
    for (const [key, make] of makers) if (!this.#tables.has(key)) this.#add(key, make());
  }

  #add(key: string, numbers: Float32Array): void {
    const texture = createTable(this.#gl);
    setTable(this.#gl, texture, numbers);
    this.#tables.set(key, { texture, words: numbers.length });
  }

  drop(key: string): void {
    this.#gl.deleteTexture(this.find(key)?.texture ?? null);
    this.#tables.delete(key);
  }

  clear(): void {
    for (const key of this.#tables.keys()) this.drop(key);
  }
}

function createTable(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE);
  return texture;
}

/** Places of the uniforms of a program, looked up once each. */
type Find = (name: string) => WebGLUniformLocation | null;

function createFinder(gl: WebGL2RenderingContext, program: WebGLProgram): Find {
  const places = new Map<string, WebGLUniformLocation | null>();
  return (name) => {
    if (!places.has(name)) places.set(name, gl.getUniformLocation(program, name));
    return places.get(name) ?? null;
  };
}

/** The state of the card that a picture needs; the map sets its own anew after each layer. */
function setState(gl: WebGL2RenderingContext): void {
  gl.disable(gl.DEPTH_TEST);
  gl.disable(gl.STENCIL_TEST);
  gl.disable(gl.CULL_FACE);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
}

/** Tables by their places among the textures. */
const TABLES = ['stretches', 'firstTimes', 'secondTimes'] as const;

function bindTable(gl: WebGL2RenderingContext, place: number, table: WebGLTexture | null): void {
  gl.activeTexture(gl.TEXTURE0 + place);
  gl.bindTexture(gl.TEXTURE_2D, table);
}

function setLook(gl: WebGL2RenderingContext, at: Find, look: RoadLook): void {
  const { cutoffS, shadesS, isTwo, reached, changes, land } = look;
  gl.uniform2f(at('pixels'), gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2);
  gl.uniform1f(at('cutoff'), cutoffS);
  gl.uniform2f(at('shades'), ...shadesS);
  gl.uniform1i(at('isTwo'), isTwo && changes === null ? 1 : 0);
  gl.uniform1i(at('isChange'), changes === null ? 0 : 1);
  if (changes !== null) gl.uniform3fv(at('changes'), changes.flat());
  gl.uniform3f(at('land'), ...land);
  for (const [i, name] of ['near', 'middle', 'far'].entries())
    gl.uniform3f(at(name), ...(reached[i] ?? reached[0]));
  for (const [i, name] of TABLES.entries()) gl.uniform1i(at(name), i);
}

/** Fills a table with numbers; the last row is filled up with zeros. */
function setTable(gl: WebGL2RenderingContext, texture: WebGLTexture, numbers: Float32Array): void {
  bindTable(gl, 0, texture);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  const rows = Math.max(1, Math.ceil(numbers.length / (4 * TABLE_WIDTH)));
  const whole = new Float32Array(4 * TABLE_WIDTH * rows);
  whole.set(numbers);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, TABLE_WIDTH, rows, 0, gl.RGBA, gl.FLOAT, whole);
}

/** Two triangles for each stretch of a run. */
function createIndices(gl: WebGL2RenderingContext, vertices: WebGLVertexArrayObject): WebGLBuffer {
  const buffer = gl.createBuffer();
  const indices = new Uint16Array(TRIANGLES.length * RUN);
  for (const i of indices.keys())
    indices[i] = CORNERS * Math.floor(i / TRIANGLES.length) + (TRIANGLES[i % TRIANGLES.length] as number);
  gl.bindVertexArray(vertices);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STATIC_DRAW);
  gl.bindVertexArray(null);
  return buffer;
}

/** Puts the roads on the card. Throws where a shader does not compile. */
export function createProgram(gl: WebGL2RenderingContext, stretches: Float32Array): Program {
  const program = createShaders(gl, VERTEX, FRAGMENT);
  const at = createFinder(gl, program);
  const vertices = gl.createVertexArray();
  const indices = createIndices(gl, vertices);
  const roads = createTable(gl);
  setTable(gl, roads, stretches);
  const kept = { times: new Tables(gl), own: new Tables(gl) };
  const draw = (table: WebGLTexture, texels: number, from: number, count: number): void => {
    if (count === 0) return;
    bindTable(gl, 0, table);
    gl.uniform1i(at('texels'), texels);
    gl.uniform1i(at('firstStretch'), from);
    gl.drawElements(gl.TRIANGLES, TRIANGLES.length * count, gl.UNSIGNED_SHORT, 0);
  };
  return {
    begin: (view, look, times) => {
      gl.useProgram(program);
      gl.bindVertexArray(vertices);
      setState(gl);
      for (const [i, key] of times.entries()) bindTable(gl, 1 + i, kept.times.find(key)?.texture ?? null);
      gl.uniform4f(at('view'), ...view);
      setLook(gl, at, look);
    },
    end: () => {
      gl.bindVertexArray(null);
      gl.activeTexture(gl.TEXTURE0);
    },
    setPass: (reachedOnly) => gl.uniform1i(at('reachedOnly'), reachedOnly ? 1 : 0),
    setRank: (road, width) => {
      // Below one pixel a road does not get thinner but fainter.
      gl.uniform1f(at('halfWidth'), Math.max(1, width) / 2);
      gl.uniform1f(at('strength'), Math.min(1, width));
      gl.uniform3f(at('road'), ...road);
    },
    drawRoads: (from, count) => draw(roads, ROAD_TEXELS, from, count),
    drawOwn: (key) => {
      const own = kept.own.find(key);
      if (own !== null) draw(own.texture, OWN_TEXELS, 0, Math.min(RUN, own.words / OWN_WORDS));
    },
    keep: (kind, tables) => kept[kind].keep(tables),
    remove: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      gl.deleteBuffer(indices);
      gl.deleteTexture(roads);
      for (const tables of Object.values(kept)) tables.clear();
    },
  };
}
