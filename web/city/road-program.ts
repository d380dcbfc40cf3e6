/** The programs, buffers and tables of roads on the graphics card. It knows nothing of the map but where it looks. */
import { OWN_WORDS } from './own-columns.ts';
import { STRETCH_WORDS } from './road-columns.ts';
import type { RoadLook } from './road-layer.ts';
import { FRAGMENT, NO_WAY_S, TABLE_WIDTH, VERTEX } from './shaders.ts';

type Colour = readonly [red: number, green: number, blue: number];

const WORD_BYTES = 4;
const CORNERS = 4;
/** Attribute of the seconds of an own stretch; other stretches have none. */
const OWN_PLACE = 3;

export interface Program {
  /** Begins a picture: from x and y to clip space, and how it looks. */
  readonly begin: (view: readonly [number, number, number, number], look: RoadLook) => void;
  readonly end: () => void;
  /** All roads, or what is reached of them. */
  readonly setPass: (reachedOnly: boolean) => void;
  /** Colour and width in pixels of the card. */
  readonly setRank: (road: Colour, width: number) => void;
  /** Draws so many stretches from a byte on. */
  readonly drawRoads: (fromByte: number, count: number) => void;
  readonly drawOwn: () => void;
  /** Seconds of the first (0) or the second place (1). */
  readonly setTimes: (place: 0 | 1, table: Float32Array) => void;
  readonly setOwn: (columns: ArrayBuffer) => void;
  readonly remove: () => void;
}

function compile(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind);
  if (shader === null) throw new Error('no shader can be made');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) !== true && !gl.isContextLost())
    throw new Error(gl.getShaderInfoLog(shader) ?? 'a shader does not compile');
  return shader;
}

function link(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  const shaders = [compile(gl, gl.VERTEX_SHADER, VERTEX), compile(gl, gl.FRAGMENT_SHADER, FRAGMENT)];
  for (const shader of shaders) gl.attachShader(program, shader);
  gl.linkProgram(program);
  for (const shader of shaders) gl.deleteShader(shader);
  return program;
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

/** Points the attributes of a stretch at a buffer, one stretch an instance. */
function pointAt(gl: WebGL2RenderingContext, buffer: WebGLBuffer, words: number, fromByte: number): void {
  const stride = words * WORD_BYTES;
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.vertexAttribPointer(0, 4, gl.FLOAT, false, stride, fromByte);
  gl.vertexAttribPointer(1, 2, gl.FLOAT, false, stride, fromByte + 4 * WORD_BYTES);
  gl.vertexAttribIPointer(2, 1, gl.UNSIGNED_INT, stride, fromByte + 6 * WORD_BYTES);
  if (words > STRETCH_WORDS)
    gl.vertexAttribPointer(OWN_PLACE, 4, gl.FLOAT, false, stride, fromByte + STRETCH_WORDS * WORD_BYTES);
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
function setState(gl: WebGL2RenderingContext, tables: readonly WebGLTexture[]): void {
  gl.disable(gl.DEPTH_TEST);
  gl.disable(gl.STENCIL_TEST);
  gl.disable(gl.CULL_FACE);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  for (const [i, table] of tables.entries()) {
    gl.activeTexture(gl.TEXTURE0 + i);
    gl.bindTexture(gl.TEXTURE_2D, table);
  }
}

function setLook(gl: WebGL2RenderingContext, at: Find, look: RoadLook): void {
  const { cutoffS, shadesS, isTwo, reached } = look;
  gl.uniform2f(at('pixels'), gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2);
  gl.uniform1f(at('cutoff'), cutoffS);
  gl.uniform2f(at('shades'), ...shadesS);
  gl.uniform1i(at('isTwo'), isTwo ? 1 : 0);
  for (const [i, name] of ['near', 'middle', 'far'].entries())
    gl.uniform3f(at(name), ...(reached[i] ?? reached[0]));
  gl.uniform1i(at('firstTimes'), 0);
  gl.uniform1i(at('secondTimes'), 1);
}

function setTable(gl: WebGL2RenderingContext, texture: WebGLTexture, table: Float32Array): void {
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
  const rows = table.length / (4 * TABLE_WIDTH);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, TABLE_WIDTH, rows, 0, gl.RGBA, gl.FLOAT, table);
}

/** Puts the roads into a buffer, with the attributes of one stretch an instance. */
function createRoads(
  gl: WebGL2RenderingContext,
  vertices: WebGLVertexArrayObject,
  roads: ArrayBuffer,
): WebGLBuffer {
  const buffer = gl.createBuffer();
  gl.bindVertexArray(vertices);
  for (const place of [0, 1, 2, OWN_PLACE]) {
    gl.vertexAttribDivisor(place, 1);
    if (place !== OWN_PLACE) gl.enableVertexAttribArray(place);
  }
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  gl.bufferData(gl.ARRAY_BUFFER, roads, gl.STATIC_DRAW);
  gl.bindVertexArray(null);
  return buffer;
}

/** Puts the roads on the card. Throws where a shader does not compile. */
export function createProgram(gl: WebGL2RenderingContext, stretches: ArrayBuffer): Program {
  const program = link(gl);
  const at = createFinder(gl, program);
  const [vertices, own] = [gl.createVertexArray(), gl.createBuffer()];
  const roads = createRoads(gl, vertices, stretches);
  const tables = [createTable(gl), createTable(gl)] as const;
  let ownCount = 0;
  const draw = (count: number): void => {
    if (count > 0) gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, CORNERS, count);
  };
  return {
    begin: (view, look) => {
      gl.useProgram(program);
      gl.bindVertexArray(vertices);
      setState(gl, tables);
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
    drawRoads: (fromByte, count) => {
      gl.disableVertexAttribArray(OWN_PLACE);
      gl.vertexAttrib4f(OWN_PLACE, NO_WAY_S, NO_WAY_S, NO_WAY_S, NO_WAY_S);
      pointAt(gl, roads, STRETCH_WORDS, fromByte);
      draw(count);
    },
    drawOwn: () => {
      gl.enableVertexAttribArray(OWN_PLACE);
      pointAt(gl, own, OWN_WORDS, 0);
      draw(ownCount);
    },
    setTimes: (place, table) => setTable(gl, tables[place], table),
    setOwn: (columns) => {
      gl.bindBuffer(gl.ARRAY_BUFFER, own);
      gl.bufferData(gl.ARRAY_BUFFER, columns, gl.DYNAMIC_DRAW);
      ownCount = columns.byteLength / (OWN_WORDS * WORD_BYTES);
    },
    remove: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      for (const buffer of [roads, own]) gl.deleteBuffer(buffer);
      for (const table of tables) gl.deleteTexture(table);
    },
  };
}
