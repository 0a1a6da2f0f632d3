import { isProperScriptFace } from '../../../domain/sheet/script-face.ts'
import { isProperFace, plainFaceName } from '../../../domain/sheet/type-stack.ts'
import type { SheetGlyphs } from './sheet-glyphs.ts'
import type { MissingGlyph, TypeReport, UsedFace } from './views.ts'

// The places of one character in both texts of a sheet; more help nobody to find the first.
const MOST_PLACES = 5

/** Each character once for a role and the face that draws it: in two texts of one sheet it is the same want. */
function missingOf(known: readonly SheetGlyphs[]): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>()
  for (const { character, role, face, places } of known.flatMap((one) => one.strays)) {
    const shownIn = face === null ? null : plainFaceName(face)
    const key = JSON.stringify([character, role, shownIn])
    const before = found.get(key)?.places ?? []
    found.set(key, { character, role, shownIn, places: [...before, ...places].slice(0, MOST_PLACES) })
  }
  return [...found.values()]
}

/**
 * What is told of the letters of a sheet: the face of each role, each character another face draws or none, and the faces as
 * they stand in the file. A sheet of two languages hands in the glyphs of both. `glyphs` is empty when no browser could be
 * asked; then only the file speaks.
 * @example typeReport([rendered.glyphs], await work.run('readUsedFaces', bytes))
 */
export function typeReport(glyphs: readonly (SheetGlyphs | null)[], faces: readonly UsedFace[]): TypeReport {
  const known = glyphs.filter((one) => one !== null)
  const roles = known
    .flatMap((one) => one.roles)
    .map(({ role, face, script }) => ({
      role,
      face: plainFaceName(face),
      standsIn: role === 'SCRIPT' ? !isProperScriptFace(script ?? null, face) : !isProperFace(role, face),
    }))
  const isSame = (one: (typeof roles)[number]) => (other: typeof one) =>
    one.role === other.role && one.face === other.face
  return {
    roles: roles.filter((role, at) => roles.findIndex(isSame(role)) === at),
    missing: missingOf(known),
    faces,
  }
}
