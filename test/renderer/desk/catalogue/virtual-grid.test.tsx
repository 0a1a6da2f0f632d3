import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { TextCellEditor } from '../../../../renderer/desk/catalogue/grid/cell-editors.tsx'
import type { GridColumn } from '../../../../renderer/desk/catalogue/grid/grid-column.ts'
import { VirtualGrid } from '../../../../renderer/desk/catalogue/grid/virtual-grid.tsx'

type Line = { readonly id: number; readonly heading?: string }

const lines: readonly Line[] = Array.from({ length: 10_000 }, (_, id) => ({ id }))
const take = vi.fn<(value: string) => void>()
const open = vi.fn<(line: Line) => void>()
const columns: readonly GridColumn<Line>[] = [
  { key: 'number', heading: '序号', width: 60, stick: 'left', cell: (line) => `第${line.id}行` },
  {
    key: 'text',
    heading: '事项',
    width: 200,
    cell: (line) => `事项${line.id}`,
    edit: (line, done) => <TextCellEditor label="事项" value={`事项${line.id}`} take={take} done={done} />,
  },
]

function grid(shown: readonly Line[] = lines) {
  return (
    <VirtualGrid
      label="目录"
      role="grid"
      lines={shown}
      columns={columns}
      lineKey={(line) => String(line.id)}
      height={() => 80}
      across={(line) => line.heading ?? null}
      open={open}
    />
  )
}

const press = (key: string, more: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
const standOn = (text: string) => act(() => screen.getByText(text).focus())
const focused = () => document.activeElement?.textContent

beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined
})

afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

describe('a table walked with the keys', () => {
  it('draws a few of ten thousand lines and says how many there are', () => {
    render(grid())
    expect(screen.getAllByRole('row').length).toBeLessThan(40)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('10001')
  })

  it('moves the focus from cell to cell and to the end', () => {
    render(grid())
    standOn('第0行')
    press('ArrowDown')
    expect(focused()).toBe('第1行')
    press('ArrowRight')
    expect(focused()).toBe('事项1')
    press('End', { ctrlKey: true })
    expect(focused()).toBe('事项9999')
  })

  it('has one cell only in the order of the tab key', () => {
    render(grid())
    expect(screen.getAllByRole('gridcell').filter((cell) => cell.tabIndex === 0)).toHaveLength(1)
  })

  it('takes what is typed over a cell with Enter and gives the focus back', () => {
    render(grid())
    standOn('事项0')
    press('Enter')
    fireEvent.change(screen.getByRole('textbox', { name: '事项' }), { target: { value: '救助结果' } })
    screen.getByRole('textbox', { name: '事项' }).focus()
    press('Enter')
    expect(take.mock.calls).toEqual([['救助结果']])
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(document.activeElement?.getAttribute('data-at')).toBe('0:1')
  })

  it('leaves a cell as it was with Escape', () => {
    render(grid())
    standOn('事项0')
    press('Enter')
    fireEvent.change(screen.getByRole('textbox', { name: '事项' }), { target: { value: '别的' } })
    screen.getByRole('textbox', { name: '事项' }).focus()
    press('Escape')
    expect(take).not.toHaveBeenCalled()
    expect(focused()).toBe('事项0')
  })

  it('opens a cell that is not changed in place, and a heading', () => {
    render(grid([{ id: 0, heading: '综合业务' }, { id: 1 }]))
    standOn('综合业务')
    press('Enter')
    expect(open.mock.calls[0]?.[0]).toEqual({ id: 0, heading: '综合业务' })
    standOn('第1行')
    press('Enter')
    expect(open.mock.calls[1]?.[0]).toEqual({ id: 1 })
  })
})
