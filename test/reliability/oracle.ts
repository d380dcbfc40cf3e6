/**
 * The lognormal distribution a second time, from its density alone: Simpson's rule over ln x and halving. It shares
 * nothing with the room it judges.
 */

interface Fit {
  readonly mu: number;
  readonly sigma: number;
}

function fit(mean: number, cv: number): Fit {
  const sigma = Math.sqrt(Math.log(1 + cv ** 2));
  return { mu: Math.log(mean) - sigma ** 2 / 2, sigma };
}

/** ∫ of a function of x against the density, x from 0 to a value. */
function integrate({ mu, sigma }: Fit, to: number, of: (x: number) => number): number {
  const STEPS = 4000;
  const [begin, end] = [mu - 9 * sigma, Math.min(Math.log(to), mu + 12 * sigma)];
  if (end <= begin) return 0;
  const width = (end - begin) / STEPS;
  const density = (u: number): number =>
    Math.exp(-0.5 * ((u - mu) / sigma) ** 2) / (sigma * Math.sqrt(2 * Math.PI));
  let sum = 0;
  for (let i = 0; i <= STEPS; i += 1) {
    const u = begin + i * width;
    const weight = i === 0 || i === STEPS ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * density(u) * of(Math.exp(u));
  }
  return (sum * width) / 3;
}

export function shareOracle(mean: number, cv: number, value: number): number {
  return value <= 0 ? 0 : integrate(fit(mean, cv), value, () => 1);
}

export function quantileOracle(mean: number, cv: number, share: number): number {
  let [low, high] = [0, mean * 1000];
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (shareOracle(mean, cv, middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

export function excessOracle(mean: number, cv: number, value: number): number {
  const all = fit(mean, cv);
  return mean - value + integrate(all, value, (x) => value - x);
}
