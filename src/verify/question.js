import { isDate } from '../scenario/dates.ts';
import { findSite, listProducing } from './sites.ts';
import { checkRising } from './proof.ts';
import { tell } from './shape.ts';
const quote = (value) => JSON.stringify(value);
function checkSame(findings, path, expected, found) {
    if (expected !== found)
        tell(findings, path, quote(expected), quote(found.slice(0, 80)), 'contradiction');
}
function checkKnown(findings, path, known, id) {
    if (known.some((one) => one.id === id))
        return;
    tell(findings, path, `one of ${known.map((one) => one.id).join(', ')}`, quote(id.slice(0, 80)), 'unknown-id');
}
function checkOrigin(dataset, { origin, originAt }, findings) {
    const site = findSite(dataset, origin);
    if (site === undefined) {
        tell(findings, 'question.origin', 'a place of the data or lon,lat', quote(origin.slice(0, 80)), 'unknown-id');
        return;
    }
    checkSame(findings, 'question.originAt', quote(site.at), quote(originAt));
}
function checkPlants(dataset, { plants }, findings) {
    if (plants.length === 0)
        tell(findings, 'question.plants', 'a plant', 'none', 'missing');
    checkRising(plants, 'question.plants', findings);
    const strange = plants.findIndex((id) => findSite(dataset, id) === undefined);
    if (strange < 0)
        return;
    const found = quote(plants[strange]?.slice(0, 80));
    tell(findings, `question.plants[${strange}]`, 'a place of the data or lon,lat', found, 'unknown-id');
}
function checkGroup(dataset, question, findings) {
    const { group, plantDate, plants } = question;
    if (group === null) {
        if (plantDate !== null)
            tell(findings, 'question.plantDate', 'null without a group', quote(plantDate), 'contradiction');
        return;
    }
    checkKnown(findings, 'question.group', dataset.header.groups, group);
    const foreign = plants.find((id) => dataset.plants.find((plant) => plant.id === id)?.group !== group);
    if (foreign !== undefined)
        tell(findings, 'question.plants', `plants of ${group}`, quote(foreign), 'contradiction');
    if (plantDate === null)
        return;
    if (!isDate(plantDate))
        tell(findings, 'question.plantDate', 'a date', quote(plantDate), 'out-of-range');
    else
        checkSame(findings, 'question.plants', listProducing(dataset, group, plantDate).join(','), plants.join(','));
}
/** Reports everything of the certificate's head and question that the data do not bear out. */
export function checkQuestion(dataset, certificate, findings) {
    const { question } = certificate;
    checkSame(findings, 'dataset.id', dataset.header.id, certificate.dataset.id);
    checkSame(findings, 'dataset.digest', dataset.digest, certificate.dataset.digest);
    checkKnown(findings, 'question.vehicleClass', dataset.vehicleClasses, question.vehicleClass);
    checkKnown(findings, 'question.traffic', dataset.trafficStates, question.traffic);
    checkOrigin(dataset, question, findings);
    checkPlants(dataset, question, findings);
    checkGroup(dataset, question, findings);
}
