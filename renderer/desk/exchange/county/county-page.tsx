import { useQuery } from '@tanstack/react-query'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { getEnrolment } from '../../api/exchange-county-api.ts'
import { useHasRole } from '../../shell/session-context.ts'
import { ENROLMENT_KEY } from '../exchange-keys.ts'
import { CountyCard } from './county-card.tsx'
import { FirstSteps } from './first-steps.tsx'
import { NewInstanceCard } from '../new-instance.tsx'
import { OfferAgainCard } from './offer-again-card.tsx'
import { OwnKeyCard } from './own-key-card.tsx'

/** Which county the office belongs to: the steps towards it, or how the two stand. */
export function CountyPage() {
  const enrolment = useQuery({ queryKey: ENROLMENT_KEY, queryFn: getEnrolment })
  const mayOffer = useHasRole('HANDLER')
  const mayRenew = useHasRole('ADMINISTRATOR')
  return (
    <QueryBody query={enrolment}>
      {(view) =>
        view.county === null ? (
          <FirstSteps view={view} />
        ) : (
          <>
            <CountyCard view={view} />
            <OwnKeyCard office={view.office} />
            {mayOffer && <OfferAgainCard />}
            {mayRenew && <NewInstanceCard />}
          </>
        )
      }
    </QueryBody>
  )
}
