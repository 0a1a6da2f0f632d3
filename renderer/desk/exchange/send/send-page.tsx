import { useQuery } from '@tanstack/react-query'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { getOutbox, listPackages } from '../../api/exchange-api.ts'
import { OUTBOX_KEY } from '../../query-client.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { PACKAGES_KEY } from '../exchange-keys.ts'
import { GapNote } from '../package/gap-note.tsx'
import { carryCandidates } from './carry-candidates.ts'
import { CarryCard } from './carry-card.tsx'
import { NetworkCard } from './network-card.tsx'
import { WaitingCard } from './waiting-card.tsx'

/** What waits, the next package, and its way to the county. */
export function SendPage() {
  const outbox = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox })
  const packages = useQuery({ queryKey: PACKAGES_KEY, queryFn: listPackages })
  const mayCarry = useHasRole('HANDLER')
  return (
    <>
      <GapNote />
      <QueryBody query={outbox}>{(data) => <WaitingCard outbox={data} />}</QueryBody>
      {mayCarry && (
        <QueryBody query={packages}>{(list) => <CarryCard packages={carryCandidates(list)} />}</QueryBody>
      )}
      <NetworkCard />
    </>
  )
}
