import { expect, test } from 'vitest'
import { BODY_LIMITS, bodyFault } from '../../../domain/notice/body-check.ts'
import type { Block } from '../../../domain/notice/body.ts'

const line: Block = { type: 'paragraph', content: [{ type: 'text', text: '张*国' }] }

function list(rows: number, columns: number): Block {
  const content = Array.from({ length: columns }, () => ({ type: 'tableCell', content: [line] }) as const)
  return { type: 'table', content: Array.from({ length: rows }, () => ({ type: 'tableRow', content })) }
}

const fault = (...content: Block[]) => bodyFault({ type: 'doc', content })

test('a list of 3,000 rows and ten columns with its heading fits a notice, beside its text', () => {
  expect(fault(...Array<Block>(100).fill(line), list(3001, 10))).toBeNull()
})

test('text and tables each have a limit of their own', () => {
  expect(fault(...Array<Block>(BODY_LIMITS.blocks).fill(line))).toBeNull()
  expect(fault(...Array<Block>(BODY_LIMITS.blocks + 1).fill(line))).toBe('TOO_MANY_BLOCKS')
  expect(fault(list(BODY_LIMITS.tableBlocks / 10 + 1, 10))).toBe('TOO_MANY_BLOCKS')
  expect(fault(list(2000, 10), list(2000, 10))).toBe('TOO_MANY_BLOCKS')
})
