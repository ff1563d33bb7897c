// A classic script, so that theme and direction are right before the first paint.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem('mujaz.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (localStorage.getItem('mujaz.language') === 'en') {
      root.lang = 'en';
      root.dir = 'ltr';
    }
  } catch {
    // Storage may be forbidden; the system's theme and Arabic stand.
  }
})();
