/** English: the report made from the page. */
export const report = {
  'report.title': 'The whole as a report',
  'report.about':
    'Question, answer, maps, doubts, fixes, what roads are worth and sources in one file to read and print; beltway verify checks every number of it.',
  'report.doubts': 'How sure it is and what it hangs on: draws and sweeps, which take most of the time',
  'report.format.html': 'HTML, a page that needs nothing else',
  'report.format.markdown': 'Markdown',
  'report.format.csv': 'CSV, one long table',
  'report.format.json': 'JSON, every document',
  'report.progress': 'Making: {part}',
  'report.cancel': 'Stop',
  'report.stopped': 'Stopped: nothing was saved.',
  'report.part.answer': 'the answer',
  'report.part.reliability': 'how often',
  'report.part.confidence': 'how sure',
  'report.part.sensitivity': 'what it hangs on',
  'report.part.fixes': 'what would fix it',
  'report.part.values': 'what roads are worth',
  'report.part.build-order': 'the order of building',
} as const;
