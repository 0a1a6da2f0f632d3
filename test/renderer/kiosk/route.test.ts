import { expect, test } from 'vitest'
import { formatRoute, parseRoute, type Route } from '../../../renderer/kiosk/frame/route.ts'

test.each<Route>([
  { page: 'home' },
  { page: 'groups' },
  { page: 'all' },
  { page: 'group', group: '目录/社会救助' },
  { page: 'notice', indexNumber: '11990000MB00000010/2026-00412' },
  { page: 'edition', hash: '3f9a' },
  { page: 'search', query: '100% #低保?' },
])('the address of $page is read as it was written', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route)
})

test.each(['', '#', '#/', '#/nothing/here', '#/notice/', '#/notice/%E4%BD', 'javascript:1'])(
  'the address "%s" leads home',
  (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'home' })
  },
)
