/** A sweep as an indexed job of Kubernetes: a manifest in JSON, which `kubectl apply -f -` reads as it does YAML. */
import type { Job } from 'kubernetes-types/batch/v1.d.ts';
import { toJsonText } from '../../index.ts';
import { EXIT } from '../exit.ts';
import { quoteForShell } from './slurm.ts';

export interface Manifest {
  readonly image: string;
  /** Claim of the volume that holds scenarios, data and the folder of the sweep. */
  readonly claim: string;
  readonly words: readonly string[];
  readonly shards: number;
  readonly abreast: number;
}

const MOUNT = '/work';

/** The manifest. Its index counts from 0, shards from 1. */
export function toManifest({ image, claim, words, shards, abreast }: Manifest): string {
  const command = ['beltway', ...words].map(quoteForShell).join(' ');
  const shell = `exec ${command} --threads 1 --shard "$((JOB_COMPLETION_INDEX + 1))/${shards}"`;
  const job: Job = {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'beltway-sweep' },
    spec: {
      completionMode: 'Indexed',
      completions: shards,
      parallelism: abreast,
      backoffLimitPerIndex: 3,
      // What is wrong with a file or a command line is as wrong the next time.
      podFailurePolicy: {
        rules: [{ action: 'FailIndex', onExitCodes: { operator: 'In', values: [EXIT.usage, EXIT.data] } }],
      },
      template: {
        spec: {
          restartPolicy: 'Never',
          containers: [
            {
              name: 'sweep',
              image,
              workingDir: MOUNT,
              command: ['/bin/sh', '-c', shell],
              resources: { requests: { cpu: '1', memory: '1Gi' } },
              volumeMounts: [{ name: 'work', mountPath: MOUNT }],
            },
          ],
          volumes: [{ name: 'work', persistentVolumeClaim: { claimName: claim } }],
        },
      },
    },
  };
  return toJsonText(job);
}
