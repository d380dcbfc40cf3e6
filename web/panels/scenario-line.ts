/** What is compared, in one line: for pictures and print, where the panels are not seen. */
import type { Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { choice } from '../state/choice.ts';
import { t } from '../words/index.ts';
import { dayText, scenarioName, trafficName, vehicleName } from '../words/names.ts';

export function toScenarioLine(data: Dataset): string {
  const { base, build, vehicleClass, traffic, cutoffS, ofThatDate, population } = choice.value;
  const suppliers = ofThatDate
    ? t('scenario.suppliersOfDate', { day: dayText(dayOf(build)) })
    : t(`scenario.suppliers.${population}`);
  const line = t('share.scenarioLine', {
    base: scenarioName(data, base),
    build: scenarioName(data, build),
    vehicle: vehicleName(data, vehicleClass),
    traffic: trafficName(data, traffic),
    minutes: cutoffS / 60,
  });
  return `${line} · ${t('scenario.suppliers')}: ${suppliers}`;
}
