import type { Store } from '../../db/store.ts'
import type { DutyGround } from '../../domain/duty/duty.ts'
import { canonicalJson } from '../../domain/exchange/canonical-json.ts'
import type { Pieces } from './write-in-pieces.ts'

/**
 * The numbers of many grounds, by their canonical JSON; those that are not there yet are made, many in one transaction.
 * @example (await groundIds(store, [ground], pieces))(ground) // 1
 */
export async function groundIds(
  store: Pick<Store, 'database'>,
  grounds: Iterable<DutyGround>,
  pieces: Pieces,
): Promise<(ground: DutyGround) => number> {
  const { database } = store
  const all = (): Map<string, number> =>
    new Map(
      database
        .prepare<[], { id: number; ground: string }>('SELECT id, ground FROM duty_ground')
        .all()
        .map(({ id, ground }) => [ground, id]),
    )
  let known = all()
  const texts = new Map<DutyGround, string>()
  const insert = database.prepare<[string]>(
    'INSERT INTO duty_ground (ground) VALUES (?) ON CONFLICT DO NOTHING',
  )
  for (const ground of grounds) {
    const text = canonicalJson(ground)
    texts.set(ground, text)
    if (!known.has(text)) await pieces.add(() => insert.run(text))
  }
  await pieces.flush()
  known = all()
  return (ground) => {
    const text = texts.get(ground) ?? canonicalJson(ground)
    texts.set(ground, text)
    const id = known.get(text)
    if (id !== undefined) return id
    // A rule of another time than today's: few, so each is made when it is met.
    insert.run(text)
    known = all()
    const made = known.get(text)
    if (made === undefined) throw new Error('the ground was written a line above')
    return made
  }
}
