import type { Deps } from '../deps.ts'
import { upkeepIdle } from '../duty/upkeep.ts'
import { CONSOLIDATED, REPEALED, SCHEDULED } from './notices-changed.ts'
import { GUIDE_CHANGE, GUIDE_TEXTS, GUIDE_TITLE } from './notices-people.ts'
import { DRAFTS, IN_REVIEW, REFERRED, RETURNED, WITHDRAWN } from './notices-unfinished.ts'
import { FINISHED_MATTER, OPEN_MATTER } from './sample-matters.ts'
import { SAMPLE_EVENTS, SAMPLE_REPORTS } from './sample-duties.ts'
import { sampleBody } from './sample-notice.ts'
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
import { DISPLAY_RESULTS, phoneObjection, publishResult } from './story-displays.ts'
import { consolidate, correct, explain, putUp, repeal, SAMPLE_POSTINGS, schedule } from './story-editions.ts'
import { liveThroughStorm } from './story-emergency.ts'
import { FINISHING, StoryMatter } from './story-matters.ts'
import { refer, remarkOn, sendBack, setChains } from './story-review.ts'
import { hangScreens } from './story-screens.ts'
import { Story } from './story.ts'

/** One thing that happens on a day. */
type Step = { readonly day: string; readonly run: (story: Story) => Promise<void> | void }

const OVER = { reason: 'EXPIRED', note: '管制期已结束，道路恢复通行。' } as const
const LATER_GUIDE = { body: sampleBody(GUIDE_TEXTS.second), documentDate: '2026-08-31' }

/** A matter that comes to its decision, and one that is open to opinions when the story ends. */
function matterSteps(story: Story): readonly Step[] {
  const finished = new StoryMatter(story, FINISHED_MATTER)
  const open = new StoryMatter(story, OPEN_MATTER)
  const opinions = [FINISHED_MATTER, OPEN_MATTER].flatMap((matter) =>
    matter.opinions.map((opinion) => ({
      day: opinion.receivedOn,
      run: () => (matter === OPEN_MATTER ? open : finished).take(opinion),
    })),
  )
  return [
    { day: '2026-06-01', run: () => finished.begin('2026-06-01') },
    { day: '2026-11-02', run: () => open.begin('2026-11-02') },
    ...opinions,
    ...FINISHING.map(({ day, run }) => ({ day, run: () => run(finished) })),
  ]
}

/**
 * Lets the sample office live through its year: sets it up, registers its units, has its catalogues approved, enters what
 * starts duties, and takes every notice through draft, both reviews and publication on its day. Gives the number of notices
 * that stand published at the end.
 * @example await fillSampleOffice(deps, clock) // 58
 */
export async function fillSampleOffice(deps: Deps, clock: StoryClock): Promise<number> {
  const story = new Story(deps, clock, await hireStaff(deps))
  setChains(story)
  registerUnits(story)
  const township = await importCatalogues(story)
  leaveBehind(story)
  let fees = ''
  const steps: Step[] = [
    { day: '2026-01-12', run: (one) => fileCatalogue(one, township, '2026-01-12', '示政公备〔2026〕3号') },
    { day: '2026-01-12', run: enterMatters },
    { day: '2026-02-09', run: hangScreens },
    { day: '2026-03-02', run: (one) => void (fees = publishFees(one)) },
    { day: '2026-09-10', run: (one) => takeLaterCatalogue(one, township) },
    { day: '2026-09-15', run: (one) => fileCatalogue(one, township, '2026-09-15', '示政公备〔2026〕27号') },
    { day: '2026-09-28', run: (one) => changeFee(one, fees) },
    ...SAMPLE_EVENTS.map((entry) => ({ day: entry.day, run: (one: Story) => enterEvent(one, entry) })),
    ...[...PUBLISHED_NOTICES, WITHDRAWN, REPEALED, CONSOLIDATED].map((notice) => ({
      day: notice.day,
      run: async (one: Story) => one.publish(notice, await one.write(notice)),
    })),
    ...SAMPLE_REPORTS.map((entry) => ({ day: entry.day, run: (one: Story) => report(one, entry) })),
    { day: '2026-08-20', run: (one) => one.withdraw(WITHDRAWN.title, OVER) },
    { day: '2026-09-01', run: (one) => one.publishAgain(GUIDE_TITLE, GUIDE_CHANGE, LATER_GUIDE) },
    ...SAMPLE_POSTINGS.map((entry) => ({ day: entry.day, run: (one: Story) => putUp(one, entry) })),
    { day: '2026-06-12', run: (one) => correct(one, '2026-06-12') },
    { day: '2026-07-18', run: liveThroughStorm },
    { day: '2026-09-22', run: (one) => repeal(one, '2026-09-22') },
    ...matterSteps(story),
    { day: '2026-11-19', run: explain },
    { day: '2026-11-20', run: consolidate },
    { day: '2026-10-30', run: (one) => one.exportPackage() },
    { day: '2026-11-16', run: (one) => draftNextVersion(one, township) },
    ...DISPLAY_RESULTS.map((entry) => ({ day: entry.day, run: (one: Story) => publishResult(one, entry) })),
    { day: '2026-11-18', run: phoneObjection },
    { day: RETURNED.day, run: sendBack },
    { day: REFERRED.day, run: refer },
    { day: IN_REVIEW.day, run: remarkOn },
    { day: SCHEDULED.day, run: schedule },
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
