import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GIVEN_PASSWORD, initOffice, openShell, PASSWORD, type Shell } from './run-board.ts'

let shell: Shell

beforeAll(async () => {
  shell = openShell()
  await initOffice(shell)
  const words = ['account', 'add', '--as', '陈静', '--name', '赵新', '--roles', 'HANDLER']
  const added = await shell.board(words, { newPassword: GIVEN_PASSWORD })
  expect(added.code).toBe(0)
})
afterAll(() => shell.remove())

const given = { password: GIVEN_PASSWORD }

describe('a password the administrator gave', () => {
  it('lets nobody act at the command line, and the answer says how to set the own one', async () => {
    const refused = await shell.board(['export', '--as', '赵新'], given)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain('请先设置自己的密码')
    expect(refused.err).toContain('board account password')
    expect(await shell.json(['export', '--as', '赵新'], given)).toMatchObject({
      code: 'trust.password-must-change',
    })
  })

  it('is exchanged for the own one with the old one in hand, not without it', async () => {
    const words = ['account', 'password', '--as', '赵新']
    expect(await shell.json(words, { password: 'guess-2026', newPassword: PASSWORD })).toMatchObject({
      code: 'trust.wrong-password',
    })
    expect(await shell.json(words, { ...given })).toMatchObject({ code: 'office.password-too-short' })
    expect(await shell.json(words, { ...given, newPassword: GIVEN_PASSWORD })).toMatchObject({
      code: 'office.password-unchanged',
    })
    expect(await shell.json(words, { ...given, newPassword: PASSWORD })).toMatchObject({ ok: true })
    expect(await shell.json(['export', '--as', '赵新'], given)).toMatchObject({
      code: 'trust.wrong-password',
    })
    expect(await shell.json(['export', '--as', '赵新'])).toMatchObject({ code: 'package.nothing-to-export' })
  })
})
