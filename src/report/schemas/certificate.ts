/** The form of a certificate, `beltway/certificate@1`; what makes it a proof is in `model/certificate.ts`. */
import * as z from 'zod';
import {
  CERTIFICATE_CORNERS,
  CERTIFICATE_MODES,
  CERTIFICATE_VERDICTS,
  type Certificate,
} from '../../model/certificate.ts';
import * as f from './fields.ts';

const digest = z.string().length(64).describe('SHA-256, hexadecimal');
const ms = z.int().min(0).describe('whole milliseconds');
const edge = z.tuple([z.string(), z.string(), z.string(), z.int()]).describe('from, to, link, piece');

const routes = f.row({
  kind: z.literal('routes'),
  routes: f.list(
    'one route to some plant, or one to each',
    f.row({ plant: f.id, edges: z.array(edge), timeMs: ms, slackMs: ms }),
  ),
});
const potentials = f.row({
  kind: z.literal('potentials'),
  potentials: f.list('vertices within the cutoff, rising by name', z.tuple([z.string(), ms])),
});
const closedSet = f.row({
  kind: z.literal('closed-set'),
  vertices: f.ids('vertices that no edge leaves, rising by name'),
});

export const certificate = f.row({
  schema: f.version('beltway/certificate@1'),
  dataset: f.row({ id: f.id, digest }),
  scenario: f.row({ id: f.id, date: f.text('ISO day or month'), digest }),
  question: f.row({
    origin: f.id,
    originAt: f.lonLat,
    group: f.textOrNull('assembler group'),
    plantDate: f.textOrNull('plants are all of the group in production then; null = chosen'),
    plants: f.ids('destinations, rising by id'),
    mode: z.enum(CERTIFICATE_MODES),
    vehicleClass: f.vehicleClass,
    traffic: f.traffic,
    corner: z.enum(CERTIFICATE_CORNERS),
    cutoffMs: ms,
  }),
  verdict: z.enum(CERTIFICATE_VERDICTS),
  proof: z.discriminatedUnion('kind', [routes, potentials, closedSet]),
  digest,
}) satisfies z.ZodType<Certificate>;
