/** The main line of a section of a data set as chains of links: each from one end, fork or change of sign to the next. */
import type { Dataset } from '../../model/dataset.ts';
import type { Link } from '../../model/road.ts';
import { DEFAULT_LIMITS } from '../../network/impedance.ts';

export interface Chain {
  readonly section: string;
  /** In the order and direction of the chain. */
  readonly links: readonly Link[];
  /** One more than links. */
  readonly nodes: readonly string[];
}

/** The sign of a link: what stands there, else what it is designed for, else what is assumed for its facility. */
export function toSignKmh({ parameters }: Dataset, { postedKmh, designKmh, facility }: Link): number {
  return postedKmh ?? designKmh ?? parameters[DEFAULT_LIMITS[facility]].value;
}

function turnAround(link: Link): Link {
  return { ...link, from: link.to, to: link.from, geometry: link.geometry.toReversed() };
}

/** Links go on as one road: alike, and both ways. */
function isAlike(dataset: Dataset, a: Link, b: Link): boolean {
  const isSame = a.facility === b.facility && toSignKmh(dataset, a) === toSignKmh(dataset, b);
  return isSame && !a.directed && !b.directed;
}

/** The link that a chain goes on with from a node; undefined where it ends there. */
function findNext(
  dataset: Dataset,
  main: readonly Link[],
  used: ReadonlySet<string>,
  last: Link,
): Link | undefined {
  const meeting = main.filter(({ from, to }) => from === last.to || to === last.to);
  const next = meeting.find(({ id }) => !used.has(id));
  if (next === undefined || meeting.length !== 2 || !isAlike(dataset, last, next)) return undefined;
  return next.from === last.to ? next : turnAround(next);
}

function followChain(
  dataset: Dataset,
  main: readonly Link[],
  used: Set<string>,
  first: Link,
): readonly Link[] {
  const links = [first];
  used.add(first.id);
  for (let next = findNext(dataset, main, used, first); next !== undefined;) {
    links.push(next);
    used.add(next.id);
    next = findNext(dataset, main, used, next);
  }
  return links;
}

/** The first link of a chain from there: followed backward as far as it goes, then turned around. */
function findFirst(dataset: Dataset, main: readonly Link[], used: ReadonlySet<string>, link: Link): Link {
  if (link.directed) return link;
  const back = followChain(dataset, main, new Set(used), turnAround(link));
  return turnAround(back.at(-1) as Link);
}

/** Chains of a section's main line, ramps left aside. */
export function listChains(dataset: Dataset, section: string): readonly Chain[] {
  const main = dataset.links.filter(
    (link) => link.section === section && link.facility !== 'ramp' && link.id === link.featureId,
  );
  const used = new Set<string>();
  return main.flatMap((link): readonly Chain[] => {
    if (used.has(link.id)) return [];
    const links = followChain(dataset, main, used, findFirst(dataset, main, used, link));
    const nodes = [(links[0] as Link).from, ...links.map(({ to }) => to)];
    return [{ section, links, nodes }];
  });
}
