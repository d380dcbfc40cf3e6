/**
 * A picture that is painted once for a view and then copied: while a pin is dragged the quiet roads stay as they are, and
 * only what is reached is painted anew.
 */
import { createShaders } from './shader-program.ts';

const VERTEX = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1) * 4.0 - 1.0;
  gl_Position = vec4(corner, 0.0, 1.0);
}
`;
const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D picture;
out vec4 colour;
void main() { colour = texelFetch(picture, ivec2(gl_FragCoord.xy), 0); }
`;
const CORNERS = 3;

export interface KeptPicture {
  /** Paints where the key is another one than before, and copies the picture to where the card draws now. */
  readonly show: (key: string, paint: () => void) => void;
  readonly remove: () => void;
}

function createTarget(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST);
  return texture;
}

/** Makes room for a picture as large as the canvas. */
export function createKeptPicture(gl: WebGL2RenderingContext): KeptPicture {
  const program = createShaders(gl, VERTEX, FRAGMENT);
  const vertices = gl.createVertexArray();
  gl.activeTexture(gl.TEXTURE0);
  const [target, frame] = [createTarget(gl), gl.createFramebuffer()];
  const place = gl.getUniformLocation(program, 'picture');
  let last = '';

  function paintAnew(paint: () => void): void {
    const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, target);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
    gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    paint();
    gl.bindFramebuffer(gl.FRAMEBUFFER, before);
  }
  return {
    show: (key, paint) => {
      const whole = `${gl.drawingBufferWidth} ${gl.drawingBufferHeight} ${key}`;
      if (whole !== last) paintAnew(paint);
      last = whole;
      gl.useProgram(program);
      gl.bindVertexArray(vertices);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, target);
      gl.uniform1i(place, 0);
      gl.drawArrays(gl.TRIANGLES, 0, CORNERS);
    },
    remove: () => {
      gl.deleteProgram(program);
      gl.deleteVertexArray(vertices);
      gl.deleteTexture(target);
      gl.deleteFramebuffer(frame);
    },
  };
}
