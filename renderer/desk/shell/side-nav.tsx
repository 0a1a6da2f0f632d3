import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPostingWork } from '../api/board-api.ts'
import { getDisplaysToday } from '../api/display-api.ts'
import { getToday } from '../api/duty-api.ts'
import { getOutbox } from '../api/exchange-api.ts'
import { getMatterCounts } from '../api/matter-api.ts'
import { getNoticeCounts } from '../api/notice-counts-api.ts'
import { getOpenPrints } from '../api/print-api.ts'
import { getRegisterCounts } from '../api/register-api.ts'
import { POSTING_WORK_KEY } from '../board/board-keys.ts'
import { DISPLAYS_TODAY_KEY } from '../display/display-keys.ts'
import { MATTER_COUNTS_KEY } from '../matter/matter-keys.ts'
import { PRINT_OPEN_KEY } from '../print/print-keys.ts'
import { DUE_COUNT_KEY, NOTICE_COUNTS_KEY, OUTBOX_KEY } from '../query-client.ts'
import { REGISTER_COUNTS_KEY } from '../register/register-keys.ts'
import { type AreaGroup, AreaLinks } from '../../shared/desk/area-links.tsx'
import { useHasRole } from './session-context.ts'

// The day changes while the desk stands open.
const REFRESH_MS = 60_000

/** The areas of the desk, with what waits in each. */
export function SideNav({ area }: { readonly area: string }) {
  const { t } = useTranslation('desk')
  const counts = useQuery({ queryKey: NOTICE_COUNTS_KEY, queryFn: getNoticeCounts }).data
  const outbox = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox }).data
  const today = useQuery({
    queryKey: DUE_COUNT_KEY,
    queryFn: ({ signal }) => getToday({}, signal),
    refetchInterval: REFRESH_MS,
  }).data
  const due = today === undefined ? 0 : today.counts.overdue + today.counts.dueToday + today.counts.dueSoon
  const registers = useQuery({ queryKey: REGISTER_COUNTS_KEY, queryFn: getRegisterCounts }).data
  const some = (count: number | undefined) => (count ? String(count) : undefined)
  const writes = useHasRole('HANDLER')
  const administers = useHasRole('ADMINISTRATOR')
  const keeps = useHasRole('HANDLER', 'ADMINISTRATOR')
  const decides = useHasRole('REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  // What this person can do something about, not what the office has under way.
  const open =
    counts === undefined
      ? 0
      : (writes ? counts.RETURNED + counts.APPROVED : 0) + (decides ? counts.IN_REVIEW : 0)
  const matters = useQuery({ queryKey: MATTER_COUNTS_KEY, queryFn: getMatterCounts }).data
  const displays = useQuery({ queryKey: DISPLAYS_TODAY_KEY, queryFn: getDisplaysToday }).data
  const displaysDue =
    displays === undefined
      ? 0
      : new Set(
          [...displays.awaitsResult, ...displays.objectionOpen, ...displays.interrupted].map(({ id }) => id),
        ).size
  const work = useQuery({
    queryKey: POSTING_WORK_KEY,
    queryFn: ({ signal }) => getPostingWork(signal),
    refetchInterval: REFRESH_MS,
  }).data
  // What a person goes out to a board for; a missing photograph alone is no errand.
  const onBoards =
    work === undefined
      ? 0
      : work.hang.length + work.repost.length + work.takeDown.length + work.overdue.length
  const prints = useQuery({
    queryKey: PRINT_OPEN_KEY,
    queryFn: ({ signal }) => getOpenPrints(signal),
    refetchInterval: REFRESH_MS,
  }).data
  const unsurePrints = prints?.filter(({ state }) => state === 'UNSURE' || state === 'FAILED').length
  const waiting = outbox === undefined ? 0 : outbox.editions + outbox.withdrawals

  const groups: readonly AreaGroup[] = [
    {
      title: null,
      entries: [
        {
          area: 'today',
          label: t('nav.today'),
          count: due > 0 ? String(due) : undefined,
        },
        { area: 'duties', label: t('nav.duties') },
        { area: 'catalogue', label: t('nav.catalogue') },
        {
          area: 'notices',
          label: t('nav.notices'),
          count: open > 0 ? t('nav.toDo', { count: open }) : undefined,
        },
        { area: 'matters', label: t('nav.matters'), count: some(matters?.waiting) },
        { area: 'displays', label: t('nav.displays'), count: some(displaysDue) },
        { area: 'printing', label: t('nav.printing'), count: some(unsurePrints) },
        { area: 'search', label: t('nav.search') },
        { area: 'archive', label: t('nav.archive') },
      ],
    },
    {
      title: t('nav.channels'),
      entries: [
        { area: 'boards', label: t('nav.boards'), count: some(onBoards) },
        { area: 'kiosk', label: t('nav.kiosk') },
        ...(administers ? [{ area: 'replicas', label: t('nav.replicas') }] : []),
        { area: 'screens', label: t('nav.screens') },
        { area: 'screen-status', label: t('nav.screenStatus') },
        ...(keeps ? [{ area: 'reading-room', label: t('nav.readingRoom') }] : []),
        { area: 'search-words', label: t('nav.searchWords') },
      ],
    },
    {
      title: t('nav.registers'),
      entries: [
        { area: 'numbers', label: t('nav.numbers') },
        { area: 'lists', label: t('nav.lists'), count: some(registers?.listsToConfirm) },
        ...(writes || decides
          ? [{ area: 'undisclosed', label: t('nav.undisclosed'), count: some(registers?.undisclosedDue) }]
          : []),
        { area: 'exchange', label: t('nav.exchange'), count: waiting > 0 ? String(waiting) : undefined },
      ],
    },
    {
      title: t('nav.office'),
      entries: [
        { area: 'people', label: t('nav.people') },
        { area: 'review', label: t('nav.review') },
        { area: 'units', label: t('nav.units') },
        { area: 'calendar', label: t('nav.calendar') },
        { area: 'rules', label: t('nav.rules') },
        { area: 'wording', label: t('nav.wording') },
        { area: 'list-policies', label: t('nav.listPolicies') },
        { area: 'templates', label: t('nav.templates') },
        { area: 'audit', label: t('nav.audit') },
        { area: 'settings', label: t('nav.settings') },
      ],
    },
  ]
  return <AreaLinks groups={groups} area={area} />
}
