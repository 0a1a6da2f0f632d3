import { describe, expect, it } from 'vitest'
import { askGlyphs, type SendCommand } from '../../../../server/display/print/ask-glyphs.ts'
import type { SheetGlyphs } from '../../../../server/display/print/sheet-glyphs.ts'
import { typeReport } from '../../../../server/display/print/type-report.ts'

const PLACE = { text: '张頔', table: 1, row: 17 }
const GLYPHS: SheetGlyphs = {
  roles: [
    { role: 'FANGSONG', face: 'FangSong', characters: 400 },
    { role: 'BIAOSONG', face: 'Noto Serif SC ExtraLight', characters: 12 },
  ],
  strays: [
    { character: '頔', role: 'FANGSONG', face: 'Noto Serif SC ExtraLight', places: [PLACE] },
    { character: '\ue000', role: 'FANGSONG', face: null, places: [PLACE] },
  ],
}

describe('the report on the letters of a sheet', () => {
  it('says which faces only stand in, and what draws each character the proper one lacks', () => {
    const faces = [{ name: 'FangSong', embedded: true, pages: [1] }]
    expect(typeReport([GLYPHS], faces)).toEqual({
      roles: [
        { role: 'FANGSONG', face: 'FangSong', standsIn: false },
        { role: 'BIAOSONG', face: 'Noto Serif SC', standsIn: true },
      ],
      missing: [
        { character: '頔', role: 'FANGSONG', shownIn: 'Noto Serif SC', places: [PLACE] },
        { character: '\ue000', role: 'FANGSONG', shownIn: null, places: [PLACE] },
      ],
      faces,
    })
  })

  it('of a sheet in two languages names each face once, and all that either lacks', () => {
    const other: SheetGlyphs = { roles: [...GLYPHS.roles.slice(0, 1)], strays: GLYPHS.strays.slice(1) }
    const report = typeReport([GLYPHS, null, other], [])
    expect(report.roles).toHaveLength(2)
    // The same character, wanting in both texts, is one want with the places of both.
    expect(report.missing.map(({ character }) => character)).toEqual(['頔', '\ue000'])
    expect(report.missing[1]?.places).toEqual([PLACE, PLACE])
  })

  it('of a text in another script says so when it is not drawn by the face meant for that script', () => {
    const standsIn = (script: string, face: string) =>
      typeReport([{ roles: [{ role: 'SCRIPT', face, script, characters: 300 }], strays: [] }], []).roles[0]
        ?.standsIn
    expect(standsIn('Mong', 'Arial Unicode MS')).toBe(true)
    expect(standsIn('Mong', 'Noto Naskh Arabic')).toBe(true)
    expect(standsIn('Mong', 'Noto Sans Mongolian')).toBe(false)
    expect(standsIn('Kore', 'Noto Serif KR')).toBe(false)
    expect(standsIn('Latn', 'Arial')).toBe(false)
  })

  it('is silent on letters, not wrong, when no browser could be asked', () => {
    expect(typeReport([null], [])).toEqual({ roles: [], missing: [], faces: [] })
  })
})

/** A browser whose page answers each turn with the next of these. */
function browser(turns: readonly unknown[]): { send: SendCommand; sent: string[] } {
  const left = [...turns]
  const sent: string[] = []
  return {
    sent,
    send: (method, params) => {
      sent.push(method)
      switch (method) {
        case 'Runtime.evaluate':
          sent.push(String(params?.['expression']))
          return Promise.resolve({ result: { value: left.length > 1 ? left.shift() : left[0] } })
        case 'DOM.getDocument':
          return Promise.resolve({ root: { nodeId: 1 } })
        case 'DOM.querySelectorAll':
          return Promise.resolve({ nodeIds: [7, 8] })
        case 'CSS.getPlatformFontsForNode':
          return Promise.resolve({
            fonts:
              params?.['nodeId'] === 7
                ? [{ familyName: 'SimSun', glyphCount: 3 }]
                : [
                    { familyName: 'SimSun', glyphCount: 1 },
                    { familyName: 'FangSong', glyphCount: 9 },
                  ],
          })
        default:
          return Promise.resolve({})
      }
    },
  }
}

describe('the browser that prints', () => {
  it('is asked run by run, and answers with the faces, the most used first', async () => {
    const { send, sent } = browser([{ ask: 2 }, { glyphs: GLYPHS }])
    expect(await askGlyphs(send)).toEqual(GLYPHS)
    expect(sent).toContain('window.boardTypeProbe?.next([["SimSun"],["FangSong","SimSun"]]) ?? null')
    expect(sent.slice(-2)).toEqual(['CSS.disable', 'DOM.disable'])
  })

  it('is left alone by a page that has nothing to say of its letters', async () => {
    expect(await askGlyphs(browser([null]).send)).toBeNull()
  })

  it('is not asked for ever by a page that does not understand it', async () => {
    await expect(askGlyphs(browser([{ ask: 2 }]).send)).rejects.toThrow('found no end')
  })
})
