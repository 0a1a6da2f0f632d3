/**
 * Reads what a printed page says out of the part of the address behind `#`: gzip of its JSON as base64url. Rejects when it
 * is none.
 * @example await readPacked<DutyListPaper>('#H4sIAAAA…')
 */
export async function readPacked<T>(hash: string): Promise<T> {
  const text = window.atob(hash.slice(1).replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return (await new Response(unpacked).json()) as T
}
