import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { PassingSum, readLines, type LineFault } from '../../sealed/read-lines.ts'

/** Bytes that are read at a time. */
const PIECE = 1 << 16

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'board-read-lines-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The lines as texts, or why they end. A line is turned into text before the next one is asked for, as every reader does. */
async function read(text: string, lineBytes: number): Promise<(string | LineFault)[]> {
  writeFileSync(join(folder, 'lines'), text)
  const file = await open(join(folder, 'lines'), 'r')
  try {
    const lines: (string | LineFault)[] = []
    const span = { from: 0, to: Buffer.byteLength(text), crc: 0 }
    for await (const line of readLines(file, span, lineBytes, new PassingSum())) {
      lines.push('fault' in line ? line : line.bytes.toString('utf8'))
    }
    return lines
  } finally {
    await file.close()
  }
}

describe('the lines of a file that is read in pieces', () => {
  it('are whole wherever a piece ends', async () => {
    const sizes = [0, 5, PIECE - 1, PIECE, PIECE + 1, 0, 3 * PIECE, PIECE - 7, 1]
    const lines = sizes.map((size, at) => String(at).repeat(size))
    expect(await read(lines.map((line) => `${line}\n`).join(''), 3 * PIECE)).toEqual(lines)
  })

  it('end where one is longer than allowed, by one byte', async () => {
    const longest = 2 * PIECE
    const lines = `a\n${'b'.repeat(longest)}\n${'c'.repeat(longest + 1)}\nd\n`
    const from = 2 + longest + 1
    const fault = { fault: 'TOO_LONG', from, to: from + longest + 1 }
    expect(await read(lines, longest)).toEqual(['a', 'b'.repeat(longest), fault])
  })

  it('end where one is not ended', async () => {
    const fault = { fault: 'NOT_ENDED', from: 2, to: 2 + PIECE }
    expect(await read(`a\n${'b'.repeat(PIECE)}`, 2 * PIECE)).toEqual(['a', fault])
  })
})
