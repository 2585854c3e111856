/** What goes on from input to input, and is begun anew after so many: what one leaves behind, the next ones meet. */
export function stays<Thing>(most: number, begin: () => Thing): () => Thing {
  let [thing, left]: [Thing | undefined, number] = [undefined, 0];
  return () => {
    if (thing === undefined || left-- === 0) [thing, left] = [begin(), most];
    return thing;
  };
}
