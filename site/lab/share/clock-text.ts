/** Virtual ms as the toolbar's clock shows them, e.g. `1:05.3`. */
export const clockText = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${((ms / 1000) % 60).toFixed(1).padStart(4, '0')}`;
