import { afterEach, expect, it, vi } from 'vitest'
import { openPageStore } from '../../../../renderer/signage/run/store.ts'

// A browser's store that says only how it was written to; what it keeps is a matter of the browser.
function fakeDatabase(isBroken: () => boolean = () => false) {
  const asked: unknown[] = []
  let opened = 0
  const answered = (result: unknown) => {
    const request = { result, onsuccess: () => undefined }
    queueMicrotask(() => {
      request.onsuccess()
    })
    return request
  }
  const database = {
    transaction: (_name: string, mode: string, options: unknown) => {
      if (isBroken()) throw new DOMException('closed', 'InvalidStateError')
      asked.push([mode, options])
      const transaction = { oncomplete: () => undefined }
      queueMicrotask(() => {
        transaction.oncomplete()
      })
      return {
        objectStore: () => ({ transaction, put: () => undefined, get: () => answered('kept') }),
      }
    },
  }
  vi.stubGlobal('indexedDB', {
    open: () => {
      opened += 1
      return answered(database)
    },
  })
  return { asked, opened: () => opened }
}

afterEach(() => vi.unstubAllGlobals())

it('evidence is on the disk when it counts as kept: a power cut takes none of it', async () => {
  const { asked, opened } = fakeDatabase()
  const store = openPageStore('hall')
  await store.write([
    ['waiting', []],
    ['open', []],
  ])
  await store.write([['token', 'x']])
  expect(asked).toEqual([
    ['readwrite', { durability: 'strict' }],
    ['readwrite', { durability: 'strict' }],
  ])
  expect(opened()).toBe(1)
})

it('a store that fails stops nothing, and is opened anew', async () => {
  let isBroken = true
  const { opened } = fakeDatabase(() => isBroken)
  const store = openPageStore('hall')
  await store.write([['token', 'x']])
  expect(await store.read('token')).toBeNull()
  isBroken = false
  expect(await store.read('token')).toBe('kept')
  expect(opened()).toBe(3)
})
