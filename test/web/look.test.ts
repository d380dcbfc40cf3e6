/** What is on the map for what is looked at. */
import { afterEach, describe, expect, it } from 'vitest';
import { DEFAULT_LOOK, drawnPlace, look, show } from '../../web/state/look.ts';

describe('the place whose trips are drawn', () => {
  afterEach(() => {
    look.value = DEFAULT_LOOK;
  });
  const trip = { origin: 'Z_SS_LP', destination: 'toyota' };

  it('is where the explained trip begins', () => {
    expect(drawnPlace.value).toBeNull();
    show({ trip });
    expect(drawnPlace.value).toBe('Z_SS_LP');
  });

  it('is the selected place where there is one', () => {
    show({ trip, place: 'D_HUANGPU' });
    expect(drawnPlace.value).toBe('D_HUANGPU');
  });

  it('is not that of a trip in views that draw something else', () => {
    show({ trip, view: 'reach' });
    expect(drawnPlace.value).toBeNull();
  });
});
