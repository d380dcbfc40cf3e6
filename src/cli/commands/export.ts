/** `beltway export`: an imported network in the forms of other tools. */
import type { Command } from 'commander';
import { toNetworkTables, toPlainText, toVectors } from '../../index.ts';
import { openCityUnder } from '../city-scenario.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { writeFolderFiles } from '../folder.ts';
import { addHelp } from '../help.ts';
import { LICENCE, openNetworkFolder, toLicenceText } from '../network-folder.ts';
import { clearProgress } from '../terminal.ts';

type End = (code: ExitCode) => void;

interface ExportOptions {
  readonly out: string;
  readonly vehicle?: string;
  readonly scenario?: string;
}

/** Adds `export` and its kinds. */
export function addExport(program: Command, end: End): void {
  const group = program.command('export').description('an imported network for other tools');
  addHelp(group, ['beltway export gmns town --out gmns/', 'beltway export routingkit town --out graph/']);
  addGmns(group, end);
  addRoutingKit(group, end);
}

function addGmns(group: Command, end: End): void {
  const command = group
    .command('gmns <dir>')
    .description('tables node.csv, link.csv and config.csv; what they cannot say is told')
    .requiredOption('--out <dir>', 'folder, each file whole or not at all');
  addHelp(command, ['beltway export gmns town --out gmns/']);
  command.action((folder: string, { out }: ExportOptions) => {
    const network = openNetworkFolder(folder);
    const { tables, left } = toNetworkTables(network);
    writeFolderFiles(out, new Map([...tables, [LICENCE, toLicenceText(network)]]));
    clearProgress();
    for (const one of left) process.stderr.write(`${toPlainText(`not in the tables: ${one}`)}\n`);
    end(EXIT.done);
  });
}

function addRoutingKit(group: Command, end: End): void {
  const command = group
    .command('routingkit <dir>')
    .description('vectors of the graph of one vehicle: its turn bans are vertices of their own')
    .requiredOption('--out <dir>', 'folder, each file whole or not at all')
    .option('--vehicle <id>', 'car, light-truck or heavy-truck (default: car)')
    .option('--scenario <file>', 'the graph under a scenario file .json');
  addHelp(command, ['beltway export routingkit town --vehicle heavy-truck --out graph/']);
  command.action((folder: string, { out, vehicle, scenario }: ExportOptions) => {
    const network = openNetworkFolder(folder);
    const vectors = toVectors(openCityUnder(network, vehicle ?? 'car', scenario));
    writeFolderFiles(
      out,
      new Map<string, string | Uint8Array>([...vectors, [LICENCE, toLicenceText(network)]]),
    );
    end(EXIT.done);
  });
}
