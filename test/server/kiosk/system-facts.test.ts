import { expect, it } from 'vitest'
import { systemFacts } from '../../../server/kiosk/system-facts.ts'

// As reg.exe and whoami.exe are documented to answer; never run on a real Windows.
const WINDOWS: Readonly<Record<string, string>> = {
  EditionID:
    '\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\r\n    EditionID    REG_SZ    Professional\r\n',
  Shell: '    Shell    REG_SZ    explorer.exe\r\n',
  AutoAdminLogon: '    AutoAdminLogon    REG_SZ    1\r\n',
  AllowEdgeSwipe: '    AllowEdgeSwipe    REG_DWORD    0x0\r\n',
}

it('reads edition, shell, sign-in and swipe of a Windows', async () => {
  const ask = async (file: string, args: readonly string[]) =>
    Promise.resolve(file === 'reg' ? (WINDOWS[args[3] ?? ''] ?? null) : 'Mandatory Label\\Medium S-1-16-8192')
  expect(await systemFacts('win32', {}, '0.1.0', ask)).toMatchObject({
    ...{ platform: 'WINDOWS', edition: 'Professional', administrator: false },
    ...{ ownShell: false, edgeSwipeOff: true, automaticSignIn: true, programVersion: '0.1.0' },
  })
})

it('says nothing of what the system does not answer', async () => {
  expect(await systemFacts('win32', {}, '0.1.0', async () => Promise.resolve(null))).toMatchObject({
    ...{ edition: '', administrator: null, ownShell: null, edgeSwipeOff: null, automaticSignIn: null },
  })
  expect(await systemFacts('linux', {}, '0.1.0')).toMatchObject({ ownShell: null, edgeSwipeOff: null })
})

it('knows a kiosk session of Linux from a desktop', async () => {
  expect((await systemFacts('linux', { XDG_CURRENT_DESKTOP: 'cage' }, '1')).ownShell).toBe(true)
  expect((await systemFacts('linux', { XDG_CURRENT_DESKTOP: 'GNOME' }, '1')).ownShell).toBe(false)
})
