/** The language switch: each language by its own name. */
import { chooseLanguage } from '../state/appearance.ts';
import { LANGUAGES, look, type Language } from '../state/look.ts';
import { t } from '../words/index.ts';

const OWN: Readonly<
  Record<Language, { readonly short: string; readonly name: string; readonly tag: string }>
> = {
  en: { short: 'EN', name: 'English', tag: 'en' },
  zh: { short: '中', name: '中文', tag: 'zh-Hans' },
  ja: { short: '日', name: '日本語', tag: 'ja' },
};

export function LanguageSwitch() {
  return (
    <div class="language" role="group" aria-label={t('header.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={OWN[one].tag}
          title={OWN[one].name}
          aria-label={`${OWN[one].short} ${OWN[one].name}`}
          aria-pressed={look.value.language === one}
          onClick={() => chooseLanguage(one)}
        >
          {OWN[one].short}
        </button>
      ))}
    </div>
  );
}
