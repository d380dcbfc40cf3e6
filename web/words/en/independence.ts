/** Words of independence from keiretsu: indices, formulas, documented customers. */
export const independence = {
  'independence.title': 'Independence from keiretsu',
  'independence.caption': 'Indices of independence at {T} min',
  'independence.measure': 'Index',
  'independence.pair': 'base → build',
  'independence.iOut': 'Reach a group outside their keiretsu',
  'independence.iOutAll': 'Reach every group outside it',
  'independence.atLeastOne': 'At least one supplier does',
  'independence.i2': 'Reach two groups or more',
  'independence.i3': 'Reach three',
  'independence.meanGroups': 'Groups reached, mean of 45–75 min',
  'independence.soft': 'Groups outside, weighed by time',
  'independence.robustMin': 'Groups reached, one stretch closed',
  'independence.smallest': 'Least minutes at which {level} is met',
  'independence.yes': 'yes',
  'independence.no': 'no',
  'independence.note':
    'Strict, at the time limit. Shares of tier-1 suppliers with a keiretsu (first two), of all placed suppliers (the rest). It measures the freedom the road allows, not innovation.',
  'independence.formulas': 'Formulas and where they come from',
  'independence.symbols':
    'P: placed suppliers. K: those of tier 1 with a keiretsu. g₀(s): own group of s. t(s,g): minutes from s to group g. T: time limit.',
  'independence.words.iOut':
    'Share of tier-1 suppliers with a keiretsu that reach at least one other group in time. The flowchart’s index.',
  'independence.words.iOutAll': 'The same, for every other group.',
  'independence.words.atLeastOne': 'The paper says “some of them”: one is enough.',
  'independence.words.i2':
    'Share of placed suppliers with two groups or more in time; weighed by volume where every volume is known.',
  'independence.words.i3': 'The same for three groups.',
  'independence.words.meanGroups':
    'Number of groups in time, averaged over the 31 whole minutes from 45 to 75, so that nothing jumps at the hour.',
  'independence.words.soft': 'A reach that fades: weight 1 next door, about one half at 60 min, falling on.',
  'independence.words.robustMin':
    'Groups that remain when the worst single stretch between two interchanges is closed in both directions.',
  'independence.origin':
    'Definitions are ours; the paper names no index and no level (“some of them”). Customer scope by number of automakers: Nobeoka, Dyer and Madhok. Level 50 %, range 33–80 %: our assumption, shown with the flowchart.',
  'independence.documented': 'What the road allows beside what is documented, with the build',
  'independence.group': 'Group',
  'independence.reachedSupplied': 'reached, supplied',
  'independence.reachedNotDocumented': 'reached, not documented',
  'independence.unreachedSupplied': 'not reached, supplied',
  'independence.unreachedNotDocumented': 'neither',
  'independence.notDocumented': '“Not documented” is not “no”: only current customers with a source count.',
} as const;
