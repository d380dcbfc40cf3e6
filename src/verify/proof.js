import { arriving, leaving } from './graph.ts';
import { tell } from './shape.ts';
const nameOf = (edge) => JSON.stringify(edge);
/** The four values that name a piece in a certificate. */
export function edgeOf(piece) {
    return [piece.from, piece.to, piece.linkId, piece.index];
}
/** Reports a list that does not rise, entry after entry, by code units; so nothing stands in it twice. */
export function checkRising(keys, path, findings) {
    const wrong = keys.findIndex((key, i) => i > 0 && !(String(keys[i - 1]) < key));
    if (wrong < 0)
        return;
    const found = JSON.stringify(keys[wrong]);
    tell(findings, `${path}[${wrong}]`, 'entries that rise', found, 'duplicate-id');
}
function checkVertices(keys, pieces, path, findings) {
    checkRising(keys, path, findings);
    const known = new Set(pieces.flatMap(({ from, to }) => [from, to]));
    const wrong = keys.findIndex((key) => !known.has(key));
    if (wrong < 0)
        return;
    tell(findings, `${path}[${wrong}]`, 'a vertex of the network', JSON.stringify(keys[wrong]), 'unknown-id');
}
/** The vertices a route passes, in order. */
function listVertices(route) {
    const first = route.edges[0];
    return first === undefined ? [] : [first[0], ...route.edges.map(([, to]) => to)];
}
function checkRoute(route, costs, question, path, findings) {
    const refuse = (at, expected, found) => tell(findings, `${path}.${at}`, expected, found, 'contradiction');
    const vertices = listVertices(route);
    const [start, end] = [leaving(question.origin), arriving(route.plant)];
    if (vertices[0] !== start)
        refuse('edges', `a route from ${start}`, String(vertices[0]));
    if (vertices.at(-1) !== end)
        refuse('edges', `a route to ${end}`, String(vertices.at(-1)));
    if (new Set(vertices).size !== vertices.length)
        refuse('edges', 'no vertex twice', 'one');
    const gap = route.edges.findIndex(([from], i) => from !== vertices[i]);
    if (gap >= 0)
        refuse(`edges[${gap}]`, `an edge from ${vertices[gap] ?? ''}`, nameOf(route.edges[gap] ?? ['', '', '', 0]));
    const strange = route.edges.findIndex((edge) => !costs.has(nameOf(edge)));
    if (strange >= 0)
        refuse(`edges[${strange}]`, 'an edge of the network', nameOf(route.edges[strange] ?? ['', '', '', 0]));
    const timeMs = route.edges.reduce((sum, edge) => sum + (costs.get(nameOf(edge)) ?? NaN), 0);
    if (route.timeMs !== timeMs)
        refuse('timeMs', String(timeMs), String(route.timeMs));
    // Below 0 it differs from any slack a certificate can hold.
    const slackMs = question.cutoffMs - timeMs;
    if (route.slackMs !== slackMs)
        refuse('slackMs', String(slackMs), String(route.slackMs));
}
/** Reports what keeps routes from proving that the question's plants (one or all) are within the cutoff. */
export function checkRoutes(proof, question, pieces, findings) {
    const costs = new Map(pieces.map((piece) => [nameOf(edgeOf(piece)), piece.timeMs]));
    const reached = proof.routes.map(({ plant }) => plant);
    const { plants, mode } = question;
    const expected = mode === 'every' ? `routes to ${plants.join(', ')}` : `one route to one of ${plants.join(', ')}`;
    const some = reached.length === 1 && reached.every((plant) => plants.includes(plant));
    const all = JSON.stringify(reached) === JSON.stringify(plants);
    if (!(mode === 'every' ? all : some))
        tell(findings, 'proof.routes', expected, reached.join(', '), 'contradiction');
    for (const [i, route] of proof.routes.entries()) {
        checkRoute(route, costs, question, `proof.routes[${i}]`, findings);
    }
}
/** Reports plants among the vertices that a trip can be at: none may be for any, one must be away for every. */
function checkPlantsAway(inside, question, path, findings) {
    const near = question.plants.filter((plant) => inside(arriving(plant)));
    const away = question.mode === 'any' ? near.length === 0 : near.length < question.plants.length;
    if (away)
        return;
    const expected = question.mode === 'any' ? 'no plant among them' : 'not all plants among them';
    tell(findings, path, expected, near.join(', '), 'contradiction');
}
/** Reports what keeps potentials from proving that no trip within the cutoff exists. */
export function checkPotentials(proof, question, pieces, findings) {
    const path = 'proof.potentials';
    const { cutoffMs } = question;
    checkVertices(proof.potentials.map(([vertex]) => vertex), pieces, path, findings);
    const listed = new Map(proof.potentials);
    const potential = (vertex) => listed.get(vertex) ?? cutoffMs + 1;
    const start = potential(leaving(question.origin));
    if (start !== 0)
        tell(findings, path, 'potential 0 at the origin', String(start), 'contradiction');
    const tooHigh = proof.potentials.findIndex(([, ms]) => ms > cutoffMs);
    if (tooHigh >= 0)
        tell(findings, `${path}[${tooHigh}]`, `at most ${cutoffMs}`, 'more', 'out-of-range');
    checkPlantsAway((vertex) => listed.has(vertex), question, path, findings);
    const broken = pieces.find(({ from, to, timeMs }) => potential(to) > potential(from) + timeMs);
    if (broken === undefined)
        return;
    const most = potential(broken.from) + broken.timeMs;
    tell(findings, path, `at most ${most} at ${broken.to}`, String(potential(broken.to)), 'contradiction');
}
/** Reports what keeps a set of vertices from proving that no trip exists at all. */
export function checkClosedSet(proof, question, pieces, findings) {
    const path = 'proof.vertices';
    checkVertices(proof.vertices, pieces, path, findings);
    const inside = new Set(proof.vertices);
    const start = leaving(question.origin);
    if (!inside.has(start))
        tell(findings, path, `${start} among them`, 'it is not', 'contradiction');
    checkPlantsAway((vertex) => inside.has(vertex), question, path, findings);
    const out = pieces.find(({ from, to }) => inside.has(from) && !inside.has(to));
    if (out !== undefined)
        tell(findings, path, 'no edge that leaves', nameOf(edgeOf(out)), 'contradiction');
}
