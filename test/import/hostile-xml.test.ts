/** XML files that are broken or mean harm, and files of other kinds: each ends in a problem that names the byte. */
import { describe, expect, it } from 'vitest';
import { toByteSource, type ByteSource } from '../../src/import/byte-source.ts';
import { importWhole, toSource } from './drawn-map.ts';
import { tell } from './tell.ts';

const xml = (inside: string): ByteSource => toSource(`<osm>${inside}</osm>`);
const NODES = '<node id="1" lat="23" lon="113"/><node id="2" lat="23.1" lon="113"/>';

describe('an XML file', () => {
  it.each<[string, ByteSource, RegExp]>([
    ['that is cut off', toSource('<osm><node id="1"'), /well-formed XML/],
    ['that is not well formed', xml('<node id="1" lat="1" lon="1"></way>'), /well-formed XML/],
    ['of another kind', toSource('<gpx></gpx>'), /an element <osm>/],
    [
      'with an id beyond 2^53',
      xml(`${NODES}<way id="9"><nd ref="9007199254740993"/><tag k="highway" v="road"/></way>`),
      /2\^53/,
    ],
    ['with an id that is none', xml('<way id="one"></way>'), /a whole number/],
    [
      'with a place that is none',
      xml(
        '<node id="1" lat="north" lon="113"/><way id="9"><nd ref="1"/><nd ref="1"/><tag k="highway" v="road"/></way>',
      ),
      /degrees within ±90/,
    ],
    [
      'with a place off the globe',
      xml(
        '<node id="1" lat="23" lon="190"/><way id="9"><nd ref="1"/><nd ref="1"/><tag k="highway" v="road"/></way>',
      ),
      /degrees within ±180/,
    ],
    [
      'with a member of no kind',
      xml('<relation id="1"><member type="area" ref="1" role=""/></relation>'),
      /a member that is/,
    ],
    [
      'that declares entities',
      toSource('<!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><osm>&b;</osm>'),
      /without a document type/,
    ],
    ['that uses an entity nobody declared', xml('<node id="1" lat="&lat;" lon="1"/>'), /well-formed XML/],
  ])('%s is refused at a byte', (_, source, expected) => {
    const problem = tell(source);
    expect(problem.expected).toMatch(expected);
    expect(problem.path).toMatch(/^byte \d+, line \d+$/);
  });

  it('names the byte behind characters of several', () => {
    const text = '<osm><node id="1" lat="1" lon="1"><tag k="name" v="大道大道"/></nope></osm>';
    const at = Number(/^byte (\d+)/.exec(tell(toSource(text)).path)?.[1]);
    const bytes = new TextEncoder().encode(text);
    expect(new TextDecoder().decode(bytes.subarray(at - 7, at))).toBe('</nope>');
  });

  it('with bytes that are no text', () => {
    const bytes = new TextEncoder().encode('<osm><node id="1" lat="1" lon="1"/></osm>');
    bytes[20] = 0xff;
    expect(tell(toByteSource(bytes, 'x'))).toMatchObject({ expected: 'UTF-8 text' });
  });

  it('with an attribute of many megabytes', () => {
    const text = `<osm><node id="${'1'.repeat(3_000_000)}" lat="1" lon="1"/></osm>`;
    expect(tell(toSource(text))).toMatchObject({ expected: 'a tag within a megabyte', code: 'too-large' });
  });

  it('with too many tags, nodes or members in one element', () => {
    const tags = Array.from({ length: 5001 }, (_, i) => `<tag k="k${i}" v=""/>`).join('');
    expect(tell(xml(`<way id="1">${tags}</way>`))).toMatchObject({ expected: 'at most 5000 tags' });
    const refs = '<nd ref="1"/>'.repeat(100_001);
    expect(tell(xml(`<way id="1">${refs}</way>`))).toMatchObject({
      expected: 'at most 100000 nodes in a way',
    });
  });
});

describe('a road that is longer than any', () => {
  const far = (tags: string, ...lons: readonly number[]): ByteSource => {
    const nodes = lons.map((lon, i) => `<node id="${i + 1}" lat="0" lon="${lon}"/>`).join('');
    const refs = lons.map((_, i) => `<nd ref="${i + 1}"/>`).join('');
    return xml(`${nodes}<way id="9">${refs}<tag k="highway" v="primary"/>${tags}</way>`);
  };
  const problem = { path: 'way 9', expected: 'at most 4000 km from crossing to crossing' };

  it('is refused, and not kept as a short one', () => {
    expect(tell(far('', 0, 90))).toMatchObject({ ...problem, found: '10019 km' });
    expect(tell(far('', 0, 20, 40))).toMatchObject({ ...problem, found: '4453 km' });
    expect(tell(far('<tag k="oneway" v="yes"/>', 0, 90, 0))).toMatchObject(problem);
  });
});

describe('an answer of a server', () => {
  const answer = (remark: string): ByteSource =>
    xml(`${NODES}<way id="9"><nd ref="1"/><nd ref="2"/><nd ref="1"/><tag k="highway" v="service"/></way><remark> ${remark}
      after 26 seconds. </remark>`);

  it('that ran out of time is refused, though it ends well formed', () => {
    expect(tell(answer('runtime error: Query timed out in "query" at line 3'))).toMatchObject({
      expected: 'a map that is whole',
      found: 'the remark "runtime error: Query timed out in "query" at line 3 after 26 seconds."',
    });
  });

  it('with another remark is read', () => {
    expect(() => importWhole(answer('counted'))).not.toThrow();
  });
});

describe('another file', () => {
  it.each([
    ['an empty one', Uint8Array.of(), 'an empty file'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'a gzip file: unpack it first'],
    [
      'gzip around a map that it could not shorten',
      Uint8Array.of(0x1f, 0x8b, 8, 0, ...new TextEncoder().encode('OSMHeader')),
      'a gzip file: unpack it first',
    ],
    ['bzip2', new TextEncoder().encode('BZh91AY'), 'a bzip2 file: unpack it first'],
    ['zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'a zip file: unpack it first'],
    ['o5m', Uint8Array.of(0xff, 0xe0, 4), 'an o5m file'],
    ['anything', new TextEncoder().encode('hello, world'), 'neither'],
  ])('%s is told from a map', (_, bytes, found) => {
    expect(tell(bytes)).toEqual({
      file: 'x.osm.pbf',
      path: 'byte 0',
      expected: 'an OpenStreetMap file, PBF or XML',
      found,
      code: 'unsupported',
    });
  });

  it('a map without roads is told', () => {
    expect(tell(xml(NODES))).toMatchObject({ expected: 'a map with roads', code: 'missing' });
  });
});
