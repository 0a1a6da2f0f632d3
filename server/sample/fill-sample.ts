import type { Deps } from '../deps.ts'
import { upkeepIdle } from '../duty/upkeep.ts'
import { GUIDE_TEXTS, GUIDE_TITLE } from './notices-people.ts'
import { DRAFTS, IN_REVIEW, RETURNED, WITHDRAWN } from './notices-unfinished.ts'
import { SAMPLE_EVENTS, SAMPLE_REPORTS } from './sample-duties.ts'
import { PUBLISHED_NOTICES } from './sample-notices.ts'
import { hireStaff } from './sample-staff.ts'
import {
  draftNextVersion,
  fileCatalogue,
  importCatalogues,
  registerUnits,
  takeLaterCatalogue,
} from './story-catalogues.ts'
import type { StoryClock } from './story-clock.ts'
import { changeFee, enterEvent, enterMatters, leaveBehind, publishFees, report } from './story-duties.ts'
import { Story } from './story.ts'

/** One thing that happens on a day. */
type Step = { readonly day: string; readonly run: (story: Story) => Promise<void> | void }

/**
 * Lets the sample office live through its year: sets it up, registers its units, has its catalogues approved, enters what
 * starts duties, and takes every notice through draft, both reviews and publication on its day. Gives the number of notices
 * that stand published at the end.
 * @example await fillSampleOffice(deps, clock) // 58
 */
export async function fillSampleOffice(deps: Deps, clock: StoryClock): Promise<number> {
  const story = new Story(deps, clock, await hireStaff(deps))
  registerUnits(story)
  const township = await importCatalogues(story)
  leaveBehind(story)
  let fees = ''
  const steps: Step[] = [
    { day: '2026-01-12', run: (one) => fileCatalogue(one, township, '2026-01-12', '示政公备〔2026〕3号') },
    { day: '2026-01-12', run: enterMatters },
    { day: '2026-03-02', run: (one) => void (fees = publishFees(one)) },
    { day: '2026-09-10', run: (one) => takeLaterCatalogue(one, township) },
    { day: '2026-09-15', run: (one) => fileCatalogue(one, township, '2026-09-15', '示政公备〔2026〕27号') },
    { day: '2026-09-28', run: (one) => changeFee(one, fees) },
    ...SAMPLE_EVENTS.map((entry) => ({ day: entry.day, run: (one: Story) => enterEvent(one, entry) })),
    ...[...PUBLISHED_NOTICES, WITHDRAWN].map((notice) => ({
      day: notice.day,
      run: async (one: Story) => one.publish(notice, await one.write(notice)),
    })),
    ...SAMPLE_REPORTS.map((entry) => ({ day: entry.day, run: (one: Story) => report(one, entry) })),
    { day: '2026-08-20', run: (one) => one.withdraw(WITHDRAWN.title, '管制期已结束，道路恢复通行。') },
    { day: '2026-09-01', run: (one) => one.publishAgain(GUIDE_TITLE, GUIDE_TEXTS.second, '2026-08-31') },
    { day: '2026-10-30', run: (one) => one.exportPackage() },
    { day: '2026-11-16', run: (one) => draftNextVersion(one, township) },
    { day: RETURNED.day, run: async (one) => one.returnNotice(await one.write(RETURNED), RETURNED) },
    { day: IN_REVIEW.day, run: async (one) => void one.submit(await one.write(IN_REVIEW), IN_REVIEW) },
    ...DRAFTS.map((notice) => ({
      day: notice.day,
      run: async (one: Story) => void (await one.write(notice)),
    })),
  ]
  // A stable sort keeps what is written first on a day first.
  for (const step of steps.toSorted((a, b) => a.day.localeCompare(b.day))) {
    await story.morningOf(step.day)
    await step.run(story)
  }
  await upkeepIdle(deps)
  return deps.store.read.public.total(null)
}
