/**
 * A text in pages of whole lines, by counting alone: for the page that must not fail and therefore measures nothing. A letter takes
 * the room of a Han character, so that no line is ever too long.
 * @example plainPages('请立即转移。', { charactersPerLine: 3, lines: 1 }) // [['请立即'], ['转移。']]
 */
export function plainPages(
  text: string,
  room: { readonly charactersPerLine: number; readonly lines: number },
): readonly (readonly string[])[] {
  const lines = text
    .split('\n')
    .flatMap((paragraph) => pieces([...paragraph], room.charactersPerLine).map((line) => line.join('')))
    .filter((line) => line.trim() !== '')
  return pieces(lines, room.lines)
}

function pieces<Item>(items: readonly Item[], size: number): Item[][] {
  const length = Math.max(1, Math.floor(size))
  return Array.from({ length: Math.ceil(items.length / length) }, (_, at) =>
    items.slice(at * length, (at + 1) * length),
  )
}
