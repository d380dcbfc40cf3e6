/** OSM PBF files written in a test, sound or broken on purpose: blocks, groups and their bytes as the format says. */
import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

export interface NodeInput {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}
export interface WayInput {
  readonly id: number;
  readonly nodes: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}
export interface RelationInput {
  readonly id: number;
  readonly members: readonly (readonly [kind: 0 | 1 | 2, id: number, role: string])[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface Elements {
  readonly nodes?: readonly NodeInput[];
  readonly ways?: readonly WayInput[];
  readonly relations?: readonly RelationInput[];
}

export interface PbfChoice {
  readonly dense?: boolean;
  readonly packing?: 'zlib' | 'raw';
  readonly granularity?: number;
  readonly offset?: number;
  /** Ways give the places of their nodes, and no node stands for itself but those with tags. */
  readonly places?: boolean;
  /** Groups before the numbers they are read with. */
  readonly groupsFirst?: boolean;
}

/** Bytes of a message. */
export function write(fill: (pbf: PbfWriter) => void): Uint8Array {
  const pbf = new PbfWriter();
  fill(pbf);
  return pbf.finish();
}

/** One block: length, header, body. */
export function toBlock(kind: string, body: Uint8Array, declared = body.length): Uint8Array {
  const header = write((pbf) => {
    pbf.writeStringField(1, kind);
    pbf.writeVarintField(3, declared);
  });
  const block = new Uint8Array(4 + header.length + body.length);
  new DataView(block.buffer).setUint32(0, header.length);
  block.set(header, 4);
  block.set(body, 4 + header.length);
  return block;
}

/** A body that holds a message plainly or packed; `rawSize` is what it says it unpacks to. */
export function toBody(
  message: Uint8Array,
  packing: 'zlib' | 'raw' = 'zlib',
  rawSize = message.length,
): Uint8Array {
  return write((pbf) => {
    if (packing === 'raw') pbf.writeBytesField(1, message);
    else {
      pbf.writeVarintField(2, rawSize);
      pbf.writeBytesField(3, zlibSync(message));
    }
  });
}

/** The header block; `features` are required ones. */
export function toHeader(
  features: readonly string[] = ['OsmSchema-V0.6', 'DenseNodes'],
  asOfS?: number,
): Uint8Array {
  const message = write((pbf) => {
    for (const feature of features) pbf.writeStringField(4, feature);
    pbf.writeStringField(16, 'a test');
    if (asOfS !== undefined) pbf.writeVarintField(32, asOfS);
  });
  return toBlock('OSMHeader', toBody(message));
}

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A packed list of signed numbers, each exact up to 2^53. */
function writeSigned(pbf: PbfWriter, field: number, values: readonly number[]): void {
  pbf.writeBytesField(field, Uint8Array.from(values.flatMap((value) => toSignedBytes(BigInt(value)))));
}

function toSignedBytes(value: bigint): number[] {
  const bytes: number[] = [];
  for (let rest = value < 0n ? -2n * value - 1n : 2n * value; ; rest >>= 7n) {
    if (rest < 128n) return [...bytes, Number(rest)];
    bytes.push(Number(rest & 127n) | 128);
  }
}

const toDifferences = (values: readonly number[]): number[] =>
  values.map((value, i) => value - (i === 0 ? 0 : (values[i - 1] ?? 0)));

/** Texts by number; 0 is empty, as the format wants it. */
function createTexts() {
  const texts = [''];
  return {
    texts,
    find: (text: string): number => {
      if (!texts.includes(text)) texts.push(text);
      return texts.indexOf(text);
    },
  };
}

type Texts = ReturnType<typeof createTexts>;
type Tags = Readonly<Record<string, string>> | undefined;

function writeTags(pbf: PbfWriter, tags: Tags, { find }: Texts): void {
  pbf.writePackedVarint(2, Object.keys(tags ?? {}).map(find));
  pbf.writePackedVarint(3, Object.values(tags ?? {}).map(find));
}

/** The message of a data block; `all` are the nodes of the file, where ways give their places. */
export function toDataMessage(
  elements: Elements,
  choice: PbfChoice = {},
  all: readonly NodeInput[] = [],
): Uint8Array {
  const { dense = true, granularity = 100, offset = 0, groupsFirst = false } = choice;
  const texts = createTexts();
  const store = (degrees: number): number => Math.round((degrees * 1e9 - offset) / granularity);
  const { nodes = [], ways = [], relations = [] } = elements;
  const groups: Uint8Array[] = [];
  if (dense && nodes.length > 0) {
    const keysValues = nodes.flatMap(({ tags }) => [
      ...Object.entries(tags ?? {}).flatMap(([key, value]) => [texts.find(key), texts.find(value)]),
      0,
    ]);
    const message = write((pbf) => {
      writeSigned(pbf, 1, toDifferences(nodes.map(({ id }) => id)));
      writeSigned(pbf, 8, toDifferences(nodes.map(({ lat }) => store(lat))));
      writeSigned(pbf, 9, toDifferences(nodes.map(({ lon }) => store(lon))));
      pbf.writePackedVarint(10, keysValues);
    });
    groups.push(write((pbf) => pbf.writeBytesField(2, message)));
  } else {
    for (const { id, lon, lat, tags } of nodes) {
      const message = write((pbf) => {
        pbf.writeSVarintField(1, id);
        writeTags(pbf, tags, texts);
        pbf.writeSVarintField(8, store(lat));
        pbf.writeSVarintField(9, store(lon));
      });
      groups.push(write((pbf) => pbf.writeBytesField(1, message)));
    }
  }
  for (const { id, nodes: refs, tags } of ways) {
    const message = write((pbf) => {
      pbf.writeVarintField(1, id);
      writeTags(pbf, tags, texts);
      writeSigned(pbf, 8, toDifferences(refs));
      if (choice.places !== true) return;
      const at = refs.map((ref) => all.find((node) => node.id === ref));
      writeSigned(pbf, 9, toDifferences(at.map((node) => store(node?.lat ?? 0))));
      writeSigned(pbf, 10, toDifferences(at.map((node) => store(node?.lon ?? 0))));
    });
    groups.push(write((pbf) => pbf.writeBytesField(3, message)));
  }
  for (const { id, members, tags } of relations) {
    const message = write((pbf) => {
      pbf.writeVarintField(1, id);
      writeTags(pbf, tags, texts);
      pbf.writePackedVarint(
        8,
        members.map(([, , role]) => texts.find(role)),
      );
      writeSigned(pbf, 9, toDifferences(members.map(([, ref]) => ref)));
      pbf.writePackedVarint(
        10,
        members.map(([kind]) => kind),
      );
    });
    groups.push(write((pbf) => pbf.writeBytesField(4, message)));
  }
  const table = write((pbf) => {
    for (const text of texts.texts) pbf.writeBytesField(1, new TextEncoder().encode(text));
  });
  return write((pbf) => {
    const writeGroups = (): void => groups.forEach((group) => pbf.writeBytesField(2, group));
    if (groupsFirst) writeGroups();
    pbf.writeBytesField(1, table);
    if (!groupsFirst) writeGroups();
    pbf.writeVarintField(17, granularity);
    pbf.writeVarintField(19, offset);
    pbf.writeVarintField(20, offset);
  });
}

/** A whole file: one block of each kind of element. */
export function toPbf(elements: Elements, choice: PbfChoice = {}): Uint8Array {
  const { packing = 'zlib' } = choice;
  const { nodes = [], ways = [], relations = [] } = elements;
  const own = choice.places === true ? nodes.filter(({ tags = {} }) => Object.keys(tags).length > 0) : nodes;
  const parts: Elements[] = [
    ...(own.length > 0 ? [{ nodes: own }] : []),
    ...(ways.length > 0 ? [{ ways }] : []),
    ...(relations.length > 0 ? [{ relations }] : []),
  ];
  const blocks = parts.map((one) => toBlock('OSMData', toBody(toDataMessage(one, choice, nodes), packing)));
  return join(toHeader(), ...blocks);
}

/** The elements of a drawn XML file. */
export function parseDrawn(xml: string): Elements {
  const attribute = (text: string, name: string): string =>
    new RegExp(` ${name}="([^"]*)"`).exec(text)?.[1] ?? '';
  const tagsOf = (text: string): Record<string, string> =>
    Object.fromEntries(
      [...text.matchAll(/<tag [^>]*>/g)].map(([tag]) => [
        attribute(tag, 'k'),
        attribute(tag, 'v').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ]),
    );
  const list = (name: string): readonly string[] =>
    [...xml.matchAll(new RegExp(`<${name} [^>]*>.*?</${name}>`, 'gs'))].map(([text]) => text);
  const kinds = ['node', 'way', 'relation'];
  return {
    nodes: list('node').map((text) => {
      const [id, lon, lat] = ['id', 'lon', 'lat'].map((name) => Number(attribute(text, name)));
      return { id: id ?? 0, lon: lon ?? 0, lat: lat ?? 0, tags: tagsOf(text) };
    }),
    ways: list('way').map((text) => ({
      id: Number(attribute(text, 'id')),
      nodes: [...text.matchAll(/<nd [^>]*>/g)].map(([nd]) => Number(attribute(nd, 'ref'))),
      tags: tagsOf(text),
    })),
    relations: list('relation').map((text) => ({
      id: Number(attribute(text, 'id')),
      members: [...text.matchAll(/<member [^>]*>/g)].map(([member]) => [
        kinds.indexOf(attribute(member, 'type')) as 0 | 1 | 2,
        Number(attribute(member, 'ref')),
        attribute(member, 'role'),
      ]),
      tags: tagsOf(text),
    })),
  };
}
