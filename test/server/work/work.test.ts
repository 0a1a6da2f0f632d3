import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { openTestBoard, setUpOffice } from '../../support/test-board.ts'
import { openWork, type Work, type WorkLimits, WorkTimedOut } from '../../../server/work/work.ts'

const CSV = {
  fileName: '目录.csv',
  bytes: new TextEncoder().encode('一级事项,二级事项\n财务,收支\n'),
}

let work: Work | undefined

afterEach(async () => {
  await work?.close()
  work = undefined
})

function open(limits: Partial<WorkLimits>): Work {
  work = openWork({ idle: () => 60_000, task: () => 60_000, ...limits })
  return work
}

describe('heavy work', () => {
  it('loses nothing that is asked for while the idle worker is being ended', async () => {
    const opened = open({ idle: () => 0 })
    for (let round = 0; round < 6; round++) {
      const first = await opened.run('readCatalogueFile', CSV)
      // The timer of the idle end runs before this one goes on, the thread ends after it.
      await wait(1)
      const second = opened.run('readCatalogueFile', CSV)
      await expect(second).resolves.toEqual(first)
    }
  })

  it('ends work that takes too long, says so, and goes on with what waits behind it', async () => {
    const opened = open({ task: (name) => (name === 'readPdfPages' ? 1 : 60_000) })
    const endless = opened.run('readPdfPages', new Uint8Array(10))
    const behind = opened.run('readCatalogueFile', CSV)
    await expect(endless).rejects.toBeInstanceOf(WorkTimedOut)
    await expect(behind).resolves.toBeDefined()
  })

  it('ends work that takes too much memory, says so, and goes on with what waits behind it', async () => {
    const opened = open({ memory: 24 })
    const long = `一级事项,公开内容,公开时限\n${'财务,收支,每月10日前\n'.repeat(300_000)}`
    const large = { ...CSV, bytes: new TextEncoder().encode(long) }
    const greedy = opened.run('readCatalogueFile', large)
    const behind = opened.run('readCatalogueFile', CSV)
    await expect(greedy).rejects.toBeInstanceOf(WorkTimedOut)
    await expect(behind).resolves.toBeDefined()
  })

  it('gives up everything when the board is closed', async () => {
    const opened = open({})
    const calls = [1, 2, 3].map(() => opened.run('readCatalogueFile', CSV))
    const settled = Promise.allSettled(calls)
    await opened.close()
    expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  })
})

describe('a file that takes too long', () => {
  it('is refused in words, and the board goes on answering', async () => {
    const board = openTestBoard()
    try {
      const staff = await setUpOffice(board.desk)
      await board.deps.work.close()
      Object.assign(board.deps.work, open({ task: () => 1 }))
      const refused = await staff.administrator.upload<{ code: string }>(
        '/api/desk/catalogues',
        CSV.fileName,
        CSV.bytes,
      )
      expect([refused.status, refused.body.code]).toEqual([422, 'request.took-too-long'])
      expect((await staff.administrator.get('/api/desk/catalogues')).body).toEqual([])
    } finally {
      board.close()
    }
  })
})
