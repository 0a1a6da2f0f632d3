import type { GlyphRole, SheetGlyphs, StrayGlyph } from '../../../server/display/print/sheet-glyphs.ts'
import { emptyGlyphs } from './empty-glyphs.ts'
import { facesSettled } from './faces-settled.ts'
import { glyphPlace } from './glyph-place.ts'
import { type SetText, setTexts } from './set-text.ts'

/** What whoever prints answers for one element: the faces its text is drawn in. */
export type ProbeAnswer = readonly string[]

/**
 * One turn of the talk between the page and whoever prints it. `ask`: say for each child of `#type-probe` which faces
 * (`CSS.getPlatformFontsForNode`) draw it, in their order; a page cannot know by itself. Else all is known.
 */
export type ProbeTurn = { readonly ask: number } | { readonly glyphs: SheetGlyphs }

/** A run of characters in one set of families whose faces are not known yet. */
type Run = { readonly text: SetText; readonly characters: readonly string[] }

// A run of two faces is cut into so many; three rounds single one out among four thousand.
const PIECES = 16

const OWN_LETTERS: Readonly<Record<string, RegExp>> = {
  Mong: /\p{Script=Mongolian}/u,
  Tibt: /\p{Script=Tibetan}/u,
  Arab: /\p{Script=Arabic}/u,
  Kore: /\p{Script=Hangul}/u,
  Yiii: /\p{Script=Yi}/u,
  Latn: /\p{Script=Latin}/u,
}

// Letters of other scripts have a face of their own also within Chinese text, by the rule of the stack.
const OF_THE_ROLE = /[^\p{Script=Mongolian}]/u

function belongs(text: SetText): (character: string) => boolean {
  const letters = text.role === 'SCRIPT' ? OWN_LETTERS[text.script ?? ''] : OF_THE_ROLE
  return (character) => letters?.test(character) ?? false
}

function cut(run: Run): Run[] {
  const length = Math.ceil(run.characters.length / PIECES)
  return Array.from({ length: Math.ceil(run.characters.length / length) }, (_, at) => ({
    text: run.text,
    characters: run.characters.slice(at * length, (at + 1) * length),
  }))
}

function lay(runs: readonly Run[]): void {
  document.querySelector('#type-probe')?.remove()
  if (runs.length === 0) return
  const probe = document.createElement('div')
  probe.id = 'type-probe'
  probe.style.cssText =
    'position: absolute; left: -10000px; top: 0; width: 9000px; writing-mode: horizontal-tb'
  for (const { text, characters } of runs) {
    const line = document.createElement('p')
    line.style.fontFamily = text.families
    line.textContent = characters.join('')
    probe.append(line)
  }
  document.body.append(probe)
}

/** What is known so far: the face of each character of each text; null for one that no face draws. */
type Known = ReadonlyMap<SetText, Map<string, string | null>>

function withoutEmpty(texts: readonly SetText[], known: Known): Run[] {
  return texts.flatMap((text) => {
    const characters = [...text.characters.keys()]
    const empty = emptyGlyphs(characters, text.families)
    for (const one of empty) known.get(text)?.set(one, null)
    const drawn = characters.filter((one) => !empty.has(one))
    return drawn.length > 0 ? [{ text, characters: drawn }] : []
  })
}

/** Writes down the runs drawn by one face and gives back the others, cut into pieces. */
function learn(runs: readonly Run[], answers: readonly ProbeAnswer[], known: Known): Run[] {
  return runs.flatMap((run, at) => {
    const faces = answers[at] ?? []
    if (faces.length > 1 && run.characters.length > 1) return cut(run)
    for (const one of run.characters) known.get(run.text)?.set(one, faces[0] ?? null)
    return []
  })
}

function mainFace(
  faces: ReadonlyMap<string, string | null>,
  isOwn: (character: string) => boolean,
): { readonly face: string; readonly characters: number } | null {
  const counts = new Map<string, number>()
  for (const [character, face] of faces)
    if (face !== null && isOwn(character)) counts.set(face, (counts.get(face) ?? 0) + 1)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most ? { face: most[0], characters: most[1] } : null
}

function result(sheet: Element, known: Known): SheetGlyphs {
  const roles: { role: GlyphRole; face: string; characters: number; script: string | null }[] = []
  const strays: StrayGlyph[] = []
  for (const [text, faces] of known) {
    const isOwn = belongs(text)
    const main = mainFace(faces, isOwn)
    if (main !== null) roles.push({ role: text.role, script: text.script, ...main })
    for (const [character, face] of faces) {
      if (face !== null && (face === main?.face || !isOwn(character))) continue
      const places = (text.characters.get(character) ?? []).map((one) => glyphPlace(sheet, one))
      strays.push({ character, role: text.role, face, places })
    }
  }
  return { roles, strays }
}

/** What takes the answers to the last turn (null before the first) and says what is to be asked next. */
type TakeTurn = (answers: readonly ProbeAnswer[] | null) => Promise<ProbeTurn>

/**
 * Draws and lays until nothing more is asked of a face: what is drawn while its face is still on the way is drawn by nothing or by another, and
 * would be told of as missing.
 */
async function withFaces<T>(sheet: HTMLElement, draw: () => T): Promise<T> {
  for (;;) {
    await facesSettled(sheet)
    const drawn = draw()
    if (document.fonts.status !== 'loading') return drawn
  }
}

/** Finds out which face draws each character of the sheet, by asking for ever smaller runs of them. */
function openTypeProbe(sheet: HTMLElement): TakeTurn {
  const texts = setTexts(sheet)
  const known: Known = new Map(texts.map((text) => [text, new Map()]))
  let runs: readonly Run[] = []
  return async (answers) => {
    if (answers === null) runs = await withFaces(sheet, () => withoutEmpty(texts, known))
    else runs = learn(runs, answers, known)
    lay(runs)
    await facesSettled(sheet)
    return runs.length > 0 ? { ask: runs.length } : { glyphs: result(sheet, known) }
  }
}

/** Lets whoever prints this page ask for its letters, by `window.boardTypeProbe.next(…)`. */
export function offerTypeProbe(): void {
  let probe: TakeTurn | null = null
  window.boardTypeProbe = {
    next: async (answers) => {
      const sheet = document.querySelector('main')
      if (sheet === null) return { glyphs: { roles: [], strays: [] } }
      if (answers === null || probe === null) probe = openTypeProbe(sheet)
      return await probe(answers)
    },
  }
}

declare global {
  interface Window {
    boardTypeProbe?: { readonly next: (answers: readonly ProbeAnswer[] | null) => Promise<ProbeTurn> }
  }
}
