/** Virtual ms as minutes, seconds and tenths, e.g. `0:12.3`. */
export function clockText(ms: number): string {
  const tenths = Math.floor(ms / 100);
  return `${Math.floor(tenths / 600)}:${((tenths % 600) / 10).toFixed(1).padStart(4, '0')}`;
}
