/** Words of the frame of the page. */
export const app = {
  'app.title': 'Beltway',
  'app.place': 'Guangzhou',
  'app.scenario': 'Scenario',
  'app.answer': 'Answer',
  'app.flowchart': 'Flowchart',
  'app.map': 'Map',
  'app.openPanel': 'Open {panel}',
  'app.closePanel': 'Close {panel}',
  'app.computing': 'Computing …',
  'app.skip': 'Skip to the answer',
  'app.failed': 'The answer could not be computed: {why}',
  'app.restarted': 'The computation stopped unexpectedly and was started again.',
  'app.broken':
    'The computation stopped twice on this question. The last good answer stays on screen; change something or reload the page.',
  'app.dismiss': 'Dismiss',
} as const;
