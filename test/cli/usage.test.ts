import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { REGION, run, runChild, runOnRegion } from './run.ts';

const COMMANDS = [
  ...['compare', 'matrix', 'check', 'route', 'reach', 'fastest-routes', 'locate'],
  ...['independence', 'flowchart', 'claims'],
  ...['scenarios', 'verify', 'data check', 'schema', 'map', 'start'],
  ...['reliability', 'sensitivity', 'value', 'phase'],
];

describe('--help', () => {
  it.each(COMMANDS)('of %s gives an example and the exit codes', (command) => {
    const { code, out, err } = run([...command.split(' '), '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/Examples?:\n {2}\$ (?:beltway|npm start)/);
    expect(out).toContain('3  data invalid');
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(100);
  });

  it('lists every command but the one npm runs', () => {
    const { code, out } = run(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS.filter((one) => one !== 'start')) {
      expect(out).toMatch(new RegExp(`^ {2}${command.split(' ')[0]}\\b`, 'm'));
    }
    expect(out).not.toMatch(/^ {2}start\b/m);
  });

  it('tells the version', () => {
    const { code, out } = run(['--version']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage leaves with 2, says why on stderr and nothing on stdout', () => {
  it.each([
    [['comapre'], /Did you mean compare\?/],
    [['compare', '--vehicel', 'car'], /Did you mean --vehicle\?/],
    [['compare', '--format', 'xml'], /Allowed choices are text, json, csv, geojson, markdown/],
    [['compare', '--suppliers', '2005'], /Allowed choices are 2006, all, existing/],
    [['compare', '--cutoff', '-5'], /decimal number/],
    [['compare', '--cutoff', '0'], /above 0/],
    [['compare', '--cutoff', 'NaN'], /decimal number/],
    [['compare', '--value-of-time', '1e999'], /decimal number/],
    [['compare', '--group', 'alder'], /GROUP=CHOICE/],
    [['compare', 'surplus'], /too many arguments/],
    [['compare', '--vehicle', 'tank'], /one of car, heavy-truck, light-truck, found "tank"/],
    [['compare', '--traffic', 'jam'], /one of free, off-peak, peak/],
    [['compare', '--base', '2010'], /without-belt.*YYYY-MM/],
    [['compare', '--group', 'alder=P_BROOK'], /one of any, every, P_ALDER, found "P_BROOK"/],
    [['compare', '--honda', 'any'], /a group: alder, brook, crane, found "honda"/],
    [['compare', '--origins', 'Z_NOWHERE'], /the id of a place: .*found "Z_NOWHERE"/],
    [['route', 'P_ALDER'], /missing required argument 'to'/],
    [['route', 'P_ALDER', '113.2,23.1'], /lon,lat within -30, 30, -29, 31/],
    [['route', '30.5,-29.5', 'P_ALDER'], /longitude comes first/],
    [['check', 'F1', '--to', 'nobody'], /expected a group \(alder, brook, crane\)/],
    [['check', '--certificate', 'x.json'], /a certificate is of one verdict/],
    [
      ['check', 'F1', '--to', 'crane', '--value-of-time', '100', '--certificate', 'x.json'],
      /expected no --value-of-time/,
    ],
    [['fastest-routes', '--cutoff', '45'], /unknown option '--cutoff'/],
    [['fastest-routes', '--format', 'svg'], /Allowed choices are text, json, csv, geojson, markdown/],
    [['fastest-routes', '--origins', 'Z_NOWHERE'], /the id of a place: .*found "Z_NOWHERE"/],
    [['locate', '--format', 'geojson'], /Allowed choices are text, json, csv, markdown/],
    [['locate', '--cutoff', '1e9'], /decimal number/],
    [['locate', '--cutoff', '1441'], /seconds from 1 to 86400/],
    [['locate', '--origins', '30.5,-29.5'], /longitude comes first/],
    [['flowchart', 'bicycle'], /expected one of automobile/],
    [['schema', 'nothing'], /the name of a schema: dataset, .*analysis/],
    [[], /Usage: beltway/],
  ])('%j', (args, reason) => {
    const found = args.length === 0 || args[0] === 'schema' ? run(args) : runOnRegion(...args);
    expect(found).toMatchObject({ code: 2, out: '' });
    expect(found.err).toMatch(reason);
    expect(found.err).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('tells everything wrong with a request at once', () => {
    const { code, err } = runOnRegion(
      'compare',
      '--vehicle',
      'tank',
      '--traffic',
      'jam',
      '--base',
      'x',
      '--build',
      'y',
    );
    expect(code).toBe(2);
    for (const found of ['"tank"', '"jam"', '"x"', '"y"']) expect(err).toContain(`found ${found}`);
  });
});

describe('--exit-code', () => {
  it('is what turns a negative verdict into 1', () => {
    const far = ['--data', REGION, '--cutoff', '1'];
    expect(run(['reach', 'P_ALDER', ...far]).code).toBe(0);
    expect(run(['reach', 'P_ALDER', ...far, '--exit-code']).code).toBe(1);
    expect(run(['reach', 'P_ALDER', '--data', REGION, '--cutoff', '600', '--exit-code']).code).toBe(0);
    expect(run(['check', 'P_ALDER', '--to', 'brook', ...far]).code).toBe(0);
    expect(run(['check', 'P_ALDER', '--to', 'brook', ...far, '--exit-code']).code).toBe(1);
    expect(
      run(['check', 'P_ALDER', '--to', 'brook', '--data', REGION, '--cutoff', '600', '--exit-code']).code,
    ).toBe(0);
  });

  it('is of the worst pair for fastest-routes and of the best place for locate', () => {
    expect(runOnRegion('fastest-routes', '--exit-code').code).toBe(0);
    expect(runOnRegion('locate', '--cutoff', '1', '--exit-code').code).toBe(1);
    expect(runOnRegion('locate', '--cutoff', '600', '--exit-code').code).toBe(0);
    expect(runOnRegion('locate', '--cutoff', '1').code).toBe(0);
  });

  it('lets the tolerance count where asked for', () => {
    const args = ['check', 'P_ALDER', '--to', 'brook', '--data', REGION, '--cutoff', '1', '--exit-code'];
    expect(run([...args, '--tolerance', '900', '--tolerant']).code).toBe(0);
    expect(run([...args, '--tolerance', '900']).code).toBe(1);
  });
});

describe('the built program', () => {
  it.each([
    [['reach', 'S_AMBER', '--data', REGION]],
    [['reach', 'S_AMBER', '--data', REGION, '--cutoff', '1', '--exit-code']],
    [['comapre']],
    [['data', 'check', '/nonexistent']],
    [['verify', '/nonexistent']],
  ])('%j does what this process does', (args) => {
    expect(runChild(args)).toEqual(run(args));
  });
});
