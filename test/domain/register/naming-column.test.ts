import { expect, it } from 'vitest'
import { namingColumn, rowName } from '../../../domain/register/naming-column.ts'

it.each([
  [['类别', '事项名称', '依据'], 1],
  [['权力类型', '事项', '实施机关'], 1],
  [['收费项目', '标准'], 0],
  [['甲', '乙'], 0],
])('%j: column %i names a row', (labels, column) => {
  expect(namingColumn(labels)).toBe(column)
})

it('a row whose name is missing is called by its first text', () => {
  expect(rowName(['类别', '名称'], ['许可', '生育登记'])).toBe('生育登记')
  expect(rowName(['类别', '名称'], ['许可', ''])).toBe('许可')
})
