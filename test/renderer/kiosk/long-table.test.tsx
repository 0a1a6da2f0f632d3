import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Table, TableCell } from '../../../domain/notice/body.ts'
import { KIOSK_TEXTS } from '../../../renderer/kiosk/frame/resources.ts'
import { LongTable } from '../../../renderer/kiosk/notice/table/long-table.tsx'
import { startI18n } from '../../../renderer/shared/i18n.ts'

function cell(text: string, type: TableCell['type'] = 'tableCell', attrs?: TableCell['attrs']): TableCell {
  return {
    type,
    ...(attrs ? { attrs } : {}),
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  }
}

/** 40 households; each village is one cell over twenty rows, as offices merge them. */
function merged(total: string): Table {
  const rows = Array.from({ length: 40 }, (_, row) => [
    ...(row % 20 === 0 ? [cell(row === 0 ? '河西村' : '河东村', 'tableCell', { rowspan: 20 })] : []),
    cell(`${String((row % 2) + 1)}组`),
    cell('张*国'),
    cell('100.00'),
  ])
  return {
    type: 'table',
    content: [
      {
        type: 'tableRow',
        content: ['村', '组', '户主', '金额（元）'].map((text) => cell(text, 'tableHeader')),
      },
      ...rows.map((content) => ({ type: 'tableRow' as const, content })),
      { type: 'tableRow', content: [cell('合计', 'tableHeader', { colspan: 3 }), cell(total)] },
    ],
  }
}

function show(table: Table): void {
  render(
    <I18nextProvider i18n={startI18n(KIOSK_TEXTS, 'zh-Hans', ['kiosk', 'terms'])}>
      <LongTable table={table} imageBase="/" fromRight={false} />
    </I18nextProvider>,
  )
}

const press = (name: RegExp) => {
  const [key] = screen.getAllByRole('button', { name })
  if (key) fireEvent.click(key)
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined
})
afterEach(cleanup)

test('a cell over many rows is drawn again on every page, and the sums stand at the end only', () => {
  show(merged('4,000.00'))
  expect(screen.getAllByText('第 1～25 行，共 40 行')).toHaveLength(2)
  expect(screen.getByRole('cell', { name: '河西村' }).getAttribute('rowspan')).toBe('20')
  expect(screen.getByRole('cell', { name: '河东村' }).getAttribute('rowspan')).toBe('5')
  expect(screen.queryByText('4,000.00')).toBeNull()
  press(/下一页/u)
  expect(screen.getByRole('cell', { name: '河东村' }).getAttribute('rowspan')).toBe('15')
  expect(screen.getByText('4,000.00')).toBeTruthy()
})

test('a group is found by keys; its sum is told where the whole comes out, beside the whole under its own name', () => {
  show(merged('4,000.00'))
  press(/找本村、本组/u)
  press(/^河东村/u)
  press(/^2组/u)
  expect(screen.getByText('河东村 2组：10 行')).toBeTruthy()
  expect(screen.getByText('1,000.00')).toBeTruthy()
  expect(screen.getByText('以上只是河东村 2组的行，下面是全表的合计。')).toBeTruthy()
  expect(within(screen.getByRole('table')).getAllByText('张*国')).toHaveLength(10)
  expect(document.querySelector('input')).toBeNull()
})

test('a sum that does not come out is left to the office: no other one is told beside it', () => {
  show(merged('4,100.00'))
  press(/找本村、本组/u)
  press(/^河东村/u)
  press(/^全村/u)
  expect(screen.getByText('河东村：20 行')).toBeTruthy()
  expect(document.querySelector('.part-sums')).toBeNull()
  expect(screen.getByText('4,100.00')).toBeTruthy()
})
