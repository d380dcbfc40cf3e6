/** The drawings must not lie: what is drawn and what the table says are held against each other. */
import { describe, expect, it } from 'vitest';
import { drawScene } from './scene.ts';
import { fillMinutes } from './times.ts';

const draw = (map: string, roads: string) => () => drawScene({ map, roads });

describe('a drawing', () => {
  it('is to scale in all eight directions', () => {
    const map = `
      a-b-c
      |\\|/|
      d-e-f
      |/|\\|
      g-h-i
    `;
    const roads = '| nodes |\n| abcfihgda |\n| def |\n| beh |\n| aei |\n| ceg |';
    const { dataset } = drawScene({ stepM: 500, map, roads });
    const lengths = new Map(dataset.links.map(({ id, lengthM }) => [id, Math.round(lengthM)]));
    expect([lengths.get('ab'), lengths.get('be'), lengths.get('ae'), lengths.get('ei~r')]).toEqual([
      1000, 1000, 1414, 1414,
    ]);
  });

  it.each([
    ['a road that is not drawn', draw('a b', '| nodes |\n| ab |'), 'a–b is not drawn at 1,0'],
    ['a stroke without a road', draw('a-b-c', '| nodes |\n| ab |'), 'the stroke at 3,0 belongs to no road'],
    ['a crooked road', draw('a-\n  b', '| nodes |\n| ab |'), 'a–b runs in no drawable direction'],
    ['a node that is not there', draw('a-b', '| nodes |\n| az |'), 'a–z: a node is not drawn'],
    ['a letter drawn twice', draw('a-a', '| nodes |\n| aa |'), 'a is drawn twice'],
    ['a sign without meaning', draw('a=b', '| nodes |\n| ab |'), '"=" means nothing in a map'],
    ['a column without meaning', draw('a-b', '| nodes | speed |\n| ab | 5 |'), 'no column speed'],
    ['a row too short', draw('a-b', '| nodes | km |\n| ab |'), '2 cells expected'],
  ])('refuses %s', (_, act, message) => {
    expect(act).toThrow(message);
  });

  it('comes back different where a figure of the table is wrong', () => {
    const scene = drawScene({ map: 'a---------b', roads: '| nodes |\n| ab |' });
    expect(fillMinutes(scene, '|   | b   |\n| a | 1.1 |')).toBe('|   | b   |\n| a | 1.0 |');
    expect(fillMinutes(scene, '|   | b    |\n| a | -    |')).toBe('|   | b    |\n| a | 1    |');
  });
});
