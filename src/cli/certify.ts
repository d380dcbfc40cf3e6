/** The certificate of one verdict of an analysis, as the bytes that `verify` accepts. */
import {
  findDestinations,
  findPlace,
  makeCertificate,
  toCertificateText,
  type Analysis,
  type Dataset,
} from '../index.ts';

export interface CertificateOptions {
  readonly to?: string;
  readonly certificate?: string;
}

/** What the certificate is of: the build scenario's verdict from the origin to the group. */
interface Subject {
  readonly origin: string;
  readonly options: CertificateOptions;
}

const MS = 1000;

/** Text of the certificate. Throws DataError for places off the map. */
export function makeCertificateText(
  dataset: Dataset,
  analysis: Analysis,
  { origin, options }: Subject,
): string {
  const group = options.to ?? '';
  const choice = analysis.groupChoice[group] ?? 'any';
  const all = choice === 'any' || choice === 'every';
  const plants = findDestinations(dataset.plants, group, choice, analysis.plantDate) ?? [];
  const { place } = findPlace(dataset, origin);
  return toCertificateText(
    makeCertificate(dataset, {
      scenario: analysis.scenarios.find(({ role }) => role === 'build')?.id ?? '',
      vehicleClass: analysis.vehicleClass,
      traffic: analysis.traffic,
      origin: place,
      plants: plants.map(({ id, at }) => ({ id, at })),
      mode: choice === 'every' ? 'every' : 'any',
      cutoffMs: Math.floor(analysis.cutoffS * MS),
      group,
      plantDate: all ? analysis.plantDate : null,
    }),
  );
}
