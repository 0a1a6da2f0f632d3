import { openPackage, type OpenPackage } from '../../sealed/open-package.ts'
import { COUNTY_LIMITS } from './county-limits.ts'
import { editionRules, judgedBatches } from './judge-records.ts'
import type { JudgedBatch, ReaderCall, ReaderValue } from './judged.ts'
import { keepFile } from './keep-file.ts'

/** Reads one package after another; works off one call at a time. */
export class PackageReader {
  #opened: OpenPackage | null = null
  #batches: AsyncGenerator<JudgedBatch, void> | null = null
  /** The batch after the one that was given out is judged while that one goes into the database. */
  #ahead: Promise<IteratorResult<JudgedBatch, void>> | null = null

  async work(asked: ReaderCall): Promise<ReaderValue> {
    switch (asked.call) {
      case 'open':
        return this.#open(asked.path, asked.trustedKeys)
      case 'judge':
        this.#batches = judgedBatches(this.#package(), editionRules(asked.rules))
        this.goOn()
        return null
      case 'next': {
        if (this.#ahead === null) throw new Error('nothing is being judged')
        const { done, value } = await this.#ahead
        this.#ahead = null
        if (done) this.#batches = null
        return done ? null : value
      }
      case 'keep':
        for (const hash of asked.hashes) {
          await keepFile(asked.dataFolder, hash, this.#package().attachment(hash))
        }
        return null
      case 'close':
        await this.#opened?.close()
        this.#opened = null
        return null
    }
  }

  /** Begins with the next batch before anybody asks for it. */
  goOn(): void {
    if (this.#batches === null || this.#ahead !== null) return
    this.#ahead = this.#batches.next()
    // Looked at when it is asked for; until then it must not end the program.
    this.#ahead.catch(() => undefined)
  }

  async #open(path: string, trustedKeys: readonly string[] | null): Promise<ReaderValue> {
    await this.#opened?.close()
    this.#opened = null
    const result = await openPackage(path, {
      limits: COUNTY_LIMITS,
      ...(trustedKeys !== null && { trustedKeys }),
    })
    if (!result.ok) return result
    this.#opened = result.value
    const { manifest, seal, keyId, publicKey, size } = result.value
    return { manifest, seal, keyId, publicKey, size }
  }

  #package(): OpenPackage {
    if (this.#opened === null) throw new Error('no package is open')
    return this.#opened
  }
}
