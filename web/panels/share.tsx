/** The link to what is shown now, and what it does not carry. */
import { look } from '../state/look.ts';
import { choice } from '../state/choice.ts';
import { toLink } from '../state/address.ts';
import { ownSites } from '../state/sites.ts';
import { t } from '../words/index.ts';
import { CopyButton } from './copy-button.tsx';

export function SharePanel() {
  // Read so that the link follows the state while the panel is open.
  const link = [choice.value, look.value].length > 0 ? toLink() : '';
  return (
    <div class="share">
      <label for="share-link">{t('share.link')}</label>
      <textarea
        id="share-link"
        readOnly
        rows={3}
        value={link}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={link} label={t('share.copyLink')} />
      <p class="small muted">{t('share.carries')}</p>
      {ownSites.value !== null && <p class="small warning">⚠ {t('share.noSites')}</p>}
    </div>
  );
}
