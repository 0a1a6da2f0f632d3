import { describe, expect, it } from 'vitest'
import { fontLicence, fontPackages } from '../../renderer/font-licences.ts'

describe('the licences of the faces that travel with the product', () => {
  it('are those of the packages the faces were copied from, each once', () => {
    expect(
      fontPackages([
        '../node_modules/lxgw-wenkai-webfont/files/lxgwwenkai-regular-subset-4.woff2',
        '../node_modules/lxgw-wenkai-webfont/files/lxgwwenkai-regular-subset-5.woff2',
        '..\\node_modules\\@fontsource\\noto-sans-yi\\files\\noto-sans-yi-yi-400-normal.woff2',
        'kiosk/icon.svg',
      ]),
    ).toEqual(['@fontsource/noto-sans-yi', 'lxgw-wenkai-webfont'])
  })

  it.each(['lxgw-wenkai-webfont', '@fontsource-variable/noto-serif-sc', '@fontsource/noto-sans-yi'])(
    'are the SIL Open Font License itself, also for %s',
    (name) => {
      expect(fontLicence(name)).toMatch(/SIL OPEN FONT LICENSE Version 1\.1/iu)
    },
  )

  it('are not missing without a word', () => {
    expect(() => fontLicence('no-such-package')).toThrow('may not be handed on')
  })
})
