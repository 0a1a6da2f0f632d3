import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { href, navigate, parseHash, replace, useRoute } from '../../../renderer/shared/desk/route.ts'

afterEach(() => {
  window.history.replaceState(null, '', '#')
})

describe('the address of a desk screen', () => {
  it('begins at today when nothing is named', () => {
    expect(parseHash('').path).toBe('/today')
    expect(parseHash('#/').path).toBe('/today')
  })

  it('keeps the question apart from the path', () => {
    const route = parseHash('#/notices?q=%E4%BD%8E%E4%BF%9D%20%E5%90%8D%E5%8D%95')
    expect(route.path).toBe('/notices')
    expect(route.query.get('q')).toBe('低保 名单')
  })

  it('forgives doubled and trailing strokes', () => {
    expect(parseHash('#//catalogue//a1/').path).toBe('/catalogue/a1')
  })

  it('can be put into a link', () => {
    expect(parseHash(href('/notices/42')).path).toBe('/notices/42')
  })

  it('tells the screen when it changes, also when it is only corrected', async () => {
    const { result } = renderHook(() => useRoute())
    await act(async () => {
      navigate('/people')
      window.dispatchEvent(new HashChangeEvent('hashchange'))
    })
    expect(result.current.path).toBe('/people')
    await act(async () => replace('/notices?q=低保'))
    expect(result.current.path).toBe('/notices')
    expect(result.current.query.get('q')).toBe('低保')
  })
})
