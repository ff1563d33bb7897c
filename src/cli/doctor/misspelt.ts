import { editDistance } from '../../text/edit-distance.ts';

/** One slip in every so many letters, and two at most: `VHOST` is no slip of `HOST`. */
const LETTERS_A_SLIP = 5;
const MOST_SLIPS = 2;

/** Names that are no setting but nearly one, each with the setting that was meant. */
export function misspelt(
  names: readonly string[],
  settings: readonly string[],
): { name: string; meant: string }[] {
  return names
    .filter((name) => !settings.includes(name))
    .flatMap((name) => {
      const meant = settings.find((setting) => {
        const most = Math.min(MOST_SLIPS, Math.floor(setting.length / LETTERS_A_SLIP));
        return editDistance(name.toUpperCase(), setting, most) <= most;
      });
      return meant ? [{ name, meant }] : [];
    });
}
