import { currentLanguage, t } from './i18n.js';
import { toast } from './notices.js';
import { server } from './server.js';

/**
 * The buttons that change the reader's language, which the server is told of first.
 * @param {(me: import('./types.js').State['me']) => void} changed
 */
export function startLanguages(changed) {
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', async () => {
      const code = button.getAttribute('data-language') ?? 'ar';
      if (code === currentLanguage()) return;
      try {
        const { me } = await server.language(code);
        changed(me);
      } catch {
        toast(t('actionFailed'));
      }
    });
  }
}
