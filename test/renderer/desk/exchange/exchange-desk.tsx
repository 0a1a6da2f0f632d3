import { fakeBoard } from '../duty/desk-harness.tsx'
import { NO_ITEMS, NO_NETWORK, NO_RECEIPTS, NO_TASKS, NOT_ENROLLED, OUTBOX } from './exchange-samples.ts'

/** What a quiet office answers; a test replaces what it is about. */
export function quietOffice(): Record<string, unknown> {
  return {
    '/api/desk/outbox': OUTBOX,
    '/api/desk/packages': [],
    '/api/desk/package-jobs/current': { job: null },
    '/api/desk/drives': { drives: [], folders: [] },
    '/api/desk/receipts': NO_RECEIPTS,
    '/api/desk/exchange-tasks': NO_TASKS,
    '/api/desk/downward-items': NO_ITEMS,
    '/api/desk/county-card': NOT_ENROLLED,
    '/api/desk/office-card/qr': {
      fileName: 'office-card.json',
      text: '{}',
      qr: null,
      key: NOT_ENROLLED.office.key,
    },
    '/api/desk/network': NO_NETWORK,
    '/api/desk/portal/site': { job: null },
  }
}

/** The board of an office with these answers. */
export function exchangeBoard(answers: Readonly<Record<string, unknown>>): ReturnType<typeof fakeBoard> {
  return fakeBoard(answers)
}
