/** What is compared, in one line: for pictures and print, where the panels are not seen. */
import type { Dataset } from '../../src/index.ts';
import { dayOf } from '../engine/ask.ts';
import { choice } from '../state/choice.ts';
import { t } from '../words/index.ts';
import { dayText, scenarioName, vehicleName } from '../words/names.ts';
import { whenText } from '../words/when.ts';

export function toScenarioLine(data: Dataset): string {
  const { base, build, vehicleClass, cutoffS, ofThatDate, population } = choice.value;
  const suppliers = ofThatDate
    ? t('scenario.suppliersOfDate', { day: dayText(dayOf(build)) })
    : t(`scenario.suppliers.${population}`);
  const line = t('share.scenarioLine', {
    base: scenarioName(data, base),
    build: scenarioName(data, build),
    vehicle: vehicleName(data, vehicleClass),
    traffic: whenText(data, choice.value),
    minutes: cutoffS / 60,
  });
  return `${line} · ${t('scenario.suppliers')}: ${suppliers}`;
}
