/**
 * The two programs of a road's pixels. A stretch is a capsule around its middle line, so that stretches join without a
 * seam. Seconds at both ends come from a table, four a link; between the ends they rise or fall evenly, so that the
 * very point where the time ends is found in each pixel. No way is a number beyond every cutoff.
 */
import { LINK_BASE } from './road-columns.ts';

/** Seconds beyond every cutoff: an infinity between two numbers would be none. */
export const NO_WAY_S = 1e9;
/** Added to the class of a change, so that the least of a link's numbers is still its seconds. */
export const CLASS_BASE = 1e6;
/** Classes of change: seven of a difference, then a way on one side alone. */
const CLASSES = 9;
/** Pixels from stripe to stripe, and of a pale one. */
const STRIPES_PX = [8, 3] as const;
/** Width of tables in texels of four numbers. */
export const TABLE_WIDTH = 4096;
/** Texels of a stretch of the roads, and of one that a place joins, which has seconds of its own. */
export const ROAD_TEXELS = 2;
export const OWN_TEXELS = 3;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
`;

// Stretches are read from a table and not handed in one by one: a card without instances draws them as fast.
export const VERTEX = `${HEAD}
uniform sampler2D stretches;
uniform int firstStretch;
uniform int texels;
uniform vec4 view;
uniform vec2 pixels;
uniform float halfWidth;
uniform sampler2D firstTimes;
uniform sampler2D secondTimes;
uniform bool reachedOnly;
uniform bool isTwo;
uniform bool isChange;
uniform float cutoff;
flat out float len;
flat out vec4 first;
flat out vec4 second;
flat out vec4 ownTimes;
out vec2 local;

vec4 read(sampler2D table, int at) {
  return texelFetch(table, ivec2(at % ${TABLE_WIDTH}, at / ${TABLE_WIDTH}), 0);
}

vec4 readTimes(sampler2D table, vec4 road) {
  vec4 t = read(table, int(road.z) * ${LINK_BASE} + int(road.w));
  return vec4(mix(t.x, t.y, road.x), mix(t.x, t.y, road.y), mix(t.z, t.w, road.x), mix(t.z, t.w, road.y));
}

float least(vec4 t) { return min(min(t.x, t.y), min(t.z, t.w)); }

void main() {
  int texel = (firstStretch + gl_VertexID / 4) * texels;
  first = second = ownTimes = vec4(${NO_WAY_S.toFixed(1)});
  if (reachedOnly) {
    vec4 road = read(stretches, texel + 1);
    first = isChange ? read(firstTimes, int(road.z) * ${LINK_BASE} + int(road.w)) : readTimes(firstTimes, road);
    if (isTwo) second = readTimes(secondTimes, road);
    if (texels == ${OWN_TEXELS}) ownTimes = read(stretches, texel + 2);
    if (min(min(least(first), least(second)), least(ownTimes)) > cutoff) {
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      return;
    }
  }
  vec4 ends = read(stretches, texel);
  vec2 a = (ends.xy * view.xy + view.zw) * pixels;
  vec2 b = (ends.zw * view.xy + view.zw) * pixels;
  len = length(b - a);
  vec2 along = len > 0.0 ? (b - a) / len : vec2(1.0, 0.0);
  float room = halfWidth + 1.0;
  float isEnd = float(gl_VertexID & 1);
  float side = float((gl_VertexID >> 1) & 1) * 2.0 - 1.0;
  local = vec2(mix(-room, len + room, isEnd), side * room);
  vec2 at = a + along * local.x + vec2(-along.y, along.x) * local.y;
  gl_Position = vec4(at / pixels, 0.0, 1.0);
}
`;

export const FRAGMENT = `${HEAD}
flat in float len;
flat in vec4 first;
flat in vec4 second;
flat in vec4 ownTimes;
in vec2 local;
uniform float halfWidth;
uniform float strength;
uniform bool reachedOnly;
uniform bool isTwo;
uniform bool isChange;
uniform vec3 changes[${CLASSES}];
uniform vec3 land;
uniform float cutoff;
uniform vec2 shades;
uniform vec3 road;
uniform vec3 near;
uniform vec3 middle;
uniform vec3 far;
out vec4 colour;

float leastAt(vec4 t, float share) { return min(mix(t.x, t.y, share), mix(t.z, t.w, share)); }

// A road as a whole has one class. Stripes never hide it, whatever way it runs.
vec3 paintChange() {
  int found = int(first.y - ${CLASS_BASE.toFixed(1)} + 0.5);
  bool isPale = found >= ${CLASSES - 2} && mod(gl_FragCoord.x + 0.4 * gl_FragCoord.y, ${STRIPES_PX[0].toFixed(1)}) < ${STRIPES_PX[1].toFixed(1)};
  return isPale ? mix(changes[found], land, 0.7) : changes[found];
}

vec3 paint(float share) {
  if (isChange) return paintChange();
  float a = min(leastAt(first, share), mix(ownTimes.x, ownTimes.y, share));
  float b = min(leastAt(second, share), mix(ownTimes.z, ownTimes.w, share));
  if (min(a, b) > cutoff) discard;
  if (isTwo) return max(a, b) <= cutoff ? near : a <= cutoff ? middle : far;
  return a <= shades.x ? near : a <= shades.y ? middle : far;
}

void main() {
  float beyond = max(max(-local.x, local.x - len), 0.0);
  float cover = clamp(halfWidth + 0.5 - length(vec2(beyond, local.y)), 0.0, 1.0) * strength;
  if (cover <= 0.0) discard;
  float share = len > 0.0 ? clamp(local.x / len, 0.0, 1.0) : 0.0;
  vec3 rgb = reachedOnly ? paint(share) : road;
  colour = vec4(rgb * cover, cover);
}
`;
