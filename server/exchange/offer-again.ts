import { accept, type Result } from '../../domain/refusal.ts'
import { record } from '../audit/record.ts'
import type { Deps } from '../deps.ts'
import { type Principal, requireRole } from '../principal.ts'
import { outboxView } from './outbox-view.ts'
import type { OfferAgainView } from './views.ts'

/**
 * Has the next package carry everything again: from the last point both sides know, or, `whole`, from the first change. Offering too
 * much does no harm: the county knows what it has. Asked twice before the next package, it counts once. Needs HANDLER.
 * @example offerEverythingAgain(deps, handler, { whole: false })
 */
export function offerEverythingAgain(
  deps: Deps,
  principal: Principal,
  { whole }: { readonly whole: boolean },
): Result<OfferAgainView> {
  const allowed = requireRole(principal, 'HANDLER')
  if (!allowed.ok) return allowed
  return deps.store.tx((write, read): Result<OfferAgainView> => {
    const newest = read.exchange.newestPackage()?.sequence ?? 0
    const asked = read.exchange.offersAgain(newest).some((one) => one.whole || !whole)
    if (!asked) {
      const at = deps.clock.now()
      write.exchange.offerAgain({
        whole,
        reason: 'PERSON',
        afterSequence: newest,
        accountId: principal.id,
        at,
      })
      record(
        deps,
        write,
        principal,
        'package.offer-again',
        { kind: 'package', id: String(newest) },
        { whole },
      )
    }
    return accept({ next: outboxView(read, deps.clock.now()).next })
  })
}
