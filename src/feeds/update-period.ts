interface UpdatePeriod {
  updatePeriod?: string | undefined;
  updateFrequency?: number | undefined;
}

const MINUTES: Record<string, number> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
};

/** Minutes between two visits, as the syndication module of RSS states them: a period and how often in it. */
export function waitMinutes(period: UpdatePeriod | undefined): number | undefined {
  const minutes = MINUTES[period?.updatePeriod?.toLowerCase() ?? ''];
  const often = period?.updateFrequency ?? 1;
  return minutes && often > 0 ? Math.round(minutes / often) : undefined;
}
