import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { initOffice, openShell, type Shell } from './run-board.ts'

let shell: Shell

beforeAll(async () => {
  shell = openShell()
  await initOffice(shell)
})
afterAll(() => shell.remove())

describe('guessing a password at the command line', () => {
  it('is stopped after five wrong ones, for the right one too, though each command is a program of its own', async () => {
    const words = ['export', '--as', '周敏']
    const codes: unknown[] = []
    for (let guess = 0; guess < 5; guess++) {
      codes.push((await shell.json(words, { password: `guess-${guess}` }))['code'])
    }
    expect(new Set(codes)).toEqual(new Set(['trust.wrong-password']))
    expect(await shell.json(words)).toMatchObject({ ok: false, code: 'trust.too-many-attempts' })
    expect(await shell.json(['export', '--as', '韩立'])).toMatchObject({ code: 'trust.role-missing' })
  })
})
