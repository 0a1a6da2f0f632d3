import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { forgetLookedUp } from '../../../renderer/kiosk/frame/kept-answers.ts'

test('the next visitor finds no list unrolled, nothing looked up, and no old answer that looks new', () => {
  const queries = new QueryClient()
  const pages = [{ matters: ['一'] }, { matters: ['二'] }]
  queries.setQueryData(['matters'], { pages, pageParams: [null, '2'] }, { updatedAt: 1000 })
  queries.setQueryData(['home'], { total: 2 }, { updatedAt: 2000 })
  queries.setQueryData(['search', '低保'], { pages, pageParams: [null, '2'] })
  forgetLookedUp(queries)
  expect(queries.getQueryData(['matters'])).toEqual({ pages: pages.slice(0, 1), pageParams: [null] })
  expect(queries.getQueryState(['matters'])?.dataUpdatedAt).toBe(1000)
  expect(queries.getQueryState(['home'])?.dataUpdatedAt).toBe(2000)
  expect(queries.getQueryData(['search', '低保'])).toBeUndefined()
})
