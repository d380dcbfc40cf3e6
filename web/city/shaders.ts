/**
 * The two programs of a road's pixels. A stretch is a capsule around its middle line, so that stretches join without a
 * seam. Seconds at both ends come from a table, four a link; between the ends they rise or fall evenly, so that the
 * very point where the time ends is found in each pixel. No way is a number beyond every cutoff.
 */

/** Seconds beyond every cutoff: an infinity between two numbers would be none. */
export const NO_WAY_S = 1e9;
/** Width of the tables of seconds in links. */
export const TABLE_WIDTH = 1024;

const HEAD = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
`;

export const VERTEX = `${HEAD}
layout(location = 0) in vec4 ends;
layout(location = 1) in vec2 shares;
layout(location = 2) in uint link;
layout(location = 3) in vec4 own;
uniform vec4 view;
uniform vec2 pixels;
uniform float halfWidth;
uniform sampler2D firstTimes;
uniform sampler2D secondTimes;
uniform bool reachedOnly;
uniform float cutoff;
flat out float len;
flat out vec4 first;
flat out vec4 second;
flat out vec4 ownTimes;
out vec2 local;

vec4 readTimes(sampler2D table) {
  vec4 t = texelFetch(table, ivec2(int(link) % ${TABLE_WIDTH}, int(link) / ${TABLE_WIDTH}), 0);
  return vec4(mix(t.x, t.y, shares.x), mix(t.x, t.y, shares.y), mix(t.z, t.w, shares.x), mix(t.z, t.w, shares.y));
}

float least(vec4 t) { return min(min(t.x, t.y), min(t.z, t.w)); }

void main() {
  first = second = ownTimes = own;
  if (reachedOnly) {
    first = readTimes(firstTimes);
    second = readTimes(secondTimes);
    if (min(min(least(first), least(second)), least(own)) > cutoff) {
      gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
      return;
    }
  }
  vec2 a = (ends.xy * view.xy + view.zw) * pixels;
  vec2 b = (ends.zw * view.xy + view.zw) * pixels;
  len = length(b - a);
  vec2 along = len > 0.0 ? (b - a) / len : vec2(1.0, 0.0);
  float room = halfWidth + 1.0;
  float isEnd = float(gl_VertexID & 1);
  float side = float(gl_VertexID >> 1) * 2.0 - 1.0;
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
uniform float cutoff;
uniform vec2 shades;
uniform vec3 road;
uniform vec3 near;
uniform vec3 middle;
uniform vec3 far;
out vec4 colour;

float leastAt(vec4 t, float share) { return min(mix(t.x, t.y, share), mix(t.z, t.w, share)); }

vec3 paint(float share) {
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
