import { plainFaceName } from './type-stack.ts'

/**
 * The face that travels with the product for each script (ISO 15924), by the name inside its file, which is what a browser
 * reports. Latin has none of its own: any face draws it.
 */
const FACES: Readonly<Record<string, string>> = {
  Mong: 'Noto Sans Mongolian',
  Tibt: 'Noto Serif Tibetan',
  Arab: 'Noto Naskh Arabic',
  Kore: 'Noto Serif KR',
  Yiii: 'Noto Sans Yi',
}

/**
 * Whether text of a script is drawn by the face it is meant for. With another one Mongolian loses its joined shapes and Tibetan
 * its stacks, on paper that looks well to whoever cannot read it. Null: a script nobody named.
 * @example isProperScriptFace('Mong', 'Arial Unicode MS') // false
 */
export function isProperScriptFace(script: string | null, face: string): boolean {
  return script === 'Latn' || (script !== null && FACES[script] === plainFaceName(face))
}
