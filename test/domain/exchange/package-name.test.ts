import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attachmentName,
  isPackageEntryName,
  MANIFEST_NAME,
  packageFileName,
  RECORD_FILES,
} from '../../../domain/exchange/package-name.ts'

describe('names inside a package', () => {
  it('are refused in whatever other form they come', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        expect(isPackageEntryName(name)).toBe(name === 'manifest.json')
      }),
    )
  })

  it.each([MANIFEST_NAME, ...Object.values(RECORD_FILES), attachmentName('0a'.repeat(32))])(
    'are accepted as %s',
    (name) => {
      expect(isPackageEntryName(name)).toBe(true)
    },
  )

  it('are refused with a line end behind them', () => {
    expect(isPackageEntryName('manifest.json\n')).toBe(false)
  })

  it('are never made from something that is no hash', () => {
    expect(() => attachmentName('../x')).toThrow('SHA-256')
  })
})

describe('the file name of a package', () => {
  it('shows office and sequence, so that a gap is seen in the folder', () => {
    expect(packageFileName('119900000000000019', 3, false)).toBe('board-119900000000000019-000003.zip')
    expect(packageFileName('119900000000000019', 3, true)).toBe('board-119900000000000019-000003.zip.age')
  })
})
