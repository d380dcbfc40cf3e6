import { MS_PER_SECOND } from '../units.ts';
const secondsOf = (ms) => `${(ms / MS_PER_SECOND).toFixed(3)} s`;
const CORNER_WORDS = {
    mid: 'every parameter at its value',
    fast: 'every parameter at its favourable end',
    slow: 'every parameter at its unfavourable end',
};
function toTarget({ plants, mode, group, plantDate }) {
    const names = plants.join(', ');
    const which = plants.length === 1 ? names : `${mode === 'any' ? 'at least one' : 'every one'} of ${names}`;
    if (group === null)
        return which;
    const why = plantDate === null
        ? `chosen plants of ${group}`
        : `all vehicle plants of ${group} producing on ${plantDate}`;
    return `${which} (${why})`;
}
function toFinding({ verdict, proof, question }) {
    if (verdict === 'unreachable')
        return 'there is no way by road';
    if (proof.kind !== 'routes')
        return `there is no trip of ${secondsOf(question.cutoffMs)} or less`;
    const times = proof.routes.map(({ plant, timeMs }) => `${plant} in ${secondsOf(timeMs)}`);
    return `there is a trip within ${secondsOf(question.cutoffMs)}: ${times.join(', ')}`;
}
/** What a certificate states, in one sentence about the model. */
export function toStatement(certificate) {
    const { question, scenario } = certificate;
    const from = `From ${question.origin} to ${toTarget(question)}`;
    const how = `${question.vehicleClass}, traffic ${question.traffic}, ${CORNER_WORDS[question.corner]}`;
    return `${from}: ${toFinding(certificate)} (scenario ${scenario.id} of ${scenario.date}, ${how}).`;
}
