/**
 * Claims that no time decides, set against the supplier records. A claim that only its own source records is
 * "paper-only": it agrees with itself. Nothing recorded is "not-documented", never "contradicted".
 */
import type { Claim } from '../model/claim.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Customer, Supplier } from '../model/place.ts';

type RecordVerdict =
  | 'supported'
  | 'paper-only'
  | 'documented-for-some'
  | 'holds-for-some'
  | 'not-documented'
  | 'contradicted'
  | 'cannot-tell';

export interface RecordJudgement {
  readonly verdict: RecordVerdict;
  readonly why: string;
}

/**
 * "Firms related to a group are in a district": firms documented by 2006 with that keiretsu tag whose district is
 * known. All there: supported; none there: contradicted; some: documented for some.
 */
export function judgeLocation(dataset: Dataset, claim: Claim): RecordJudgement {
  const firms = dataset.suppliers.filter(
    (firm) =>
      firm.inSet2006 && firm.district !== null && claim.groups.some((group) => group === firm.keiretsu),
  );
  const there = firms.filter((firm) => firm.district === claim.to).length;
  const why = `${there} of ${firms.length} firms documented by 2006 with this keiretsu are recorded there.`;
  if (firms.length === 0) return { verdict: 'not-documented', why };
  if (there === 0) return { verdict: 'contradicted', why };
  return { verdict: there === firms.length ? 'supported' : 'documented-for-some', why };
}

/**
 * Supply. Of one named supplier: a record for every group it speaks of. Of a district, or of the keiretsu firms
 * of other groups: how many firms documented by 2006 have a record for one of the groups. Records of any status
 * count here, since claims speak of past and intended supply too; the sentence names the status.
 */
export function judgeSupply(dataset: Dataset, claim: Claim): RecordJudgement {
  const firm = dataset.suppliers.find((supplier) => supplier.id === claim.supplier);
  return firm === undefined ? judgeFirms(listSubjects(dataset, claim), claim) : judgeFirm(firm, claim);
}

function judgeFirm(firm: Supplier, claim: Claim): RecordJudgement {
  const records = claim.groups.map((group) => firm.customers.filter((customer) => customer.group === group));
  const why = `Recorded: ${claim.groups.map((group, i) => `${group} ${toStatuses(records[i] ?? [])}`).join(', ')}.`;
  const found = records.filter((list) => list.length > 0).length;
  if (found === 0) return { verdict: 'not-documented', why };
  if (found < records.length) return { verdict: 'documented-for-some', why };
  const elsewhere = records.every((list) => list.some((record) => record.source !== claim.source));
  return { verdict: elsewhere ? 'supported' : 'paper-only', why };
}

function toStatuses(records: readonly Customer[]): string {
  if (records.length === 0) return 'not documented';
  return records.map(({ status, source }) => `${status} (${source})`).join(' and ');
}

/** Firms a claim without a named supplier is about. */
function listSubjects(dataset: Dataset, claim: Claim): readonly Supplier[] {
  const known = dataset.suppliers.filter((firm) => firm.inSet2006);
  if (claim.from !== null) return known.filter((firm) => firm.district === claim.from);
  return known.filter((firm) => firm.keiretsu !== null && !claim.groups.includes(firm.keiretsu));
}

function judgeFirms(firms: readonly Supplier[], claim: Claim): RecordJudgement {
  const matching = firms.map((firm) =>
    firm.customers.filter(({ group }) => group !== null && claim.groups.includes(group)),
  );
  const found = matching.filter((records) => records.length > 0);
  const statuses = (['current', 'past', 'target', 'via'] as const)
    .map((status) => ({
      status,
      count: found.filter((list) => list.some((one) => one.status === status)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`);
  const elsewhere = found.filter((list) => list.some((record) => record.source !== claim.source)).length;
  const detail =
    found.length === 0 ? '' : ` (${statuses.join(', ')}; ${elsewhere} from another source than the claim's)`;
  const why = `${found.length} of ${firms.length} firms documented by 2006 have a record with ${claim.groups.join(' or ')}${detail}; of the others nothing is documented.`;
  if (found.length === 0) return { verdict: 'not-documented', why };
  if (found.length < firms.length) return { verdict: 'documented-for-some', why };
  return { verdict: elsewhere > 0 ? 'supported' : 'paper-only', why };
}
