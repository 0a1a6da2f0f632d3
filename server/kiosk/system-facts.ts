import { execFile } from 'node:child_process'
import { release } from 'node:os'

/** Whether something holds; null when this program cannot see it. */
export type Seen = boolean | null

/** What a program can see of the computer it runs on that matters to a kiosk. Windows answers were never read on a real Windows. */
export type SystemFacts = {
  readonly platform: 'WINDOWS' | 'LINUX' | 'MAC' | 'OTHER'
  readonly release: string
  /** Edition of Windows as the registry names it, e.g. `Professional`, `Enterprise`; empty when unknown or not Windows. */
  readonly edition: string
  readonly programVersion: string
  /** Whether the program runs with an administrator's rights: it should not. */
  readonly administrator: Seen
  /** Windows: something other than the desktop is the shell (Shell Launcher). Linux: a kiosk session such as cage. */
  readonly ownShell: Seen
  /** Windows: swiping in from the edge is switched off by policy. */
  readonly edgeSwipeOff: Seen
  /** The computer signs in by itself after a power cut. */
  readonly automaticSignIn: Seen
}

/** Runs one of the system's own programs; null when it is not there, fails, or takes too long. */
export type Ask = (file: string, args: readonly string[]) => Promise<string | null>

const TIMEOUT_MS = 3000

const askSystem: Ask = (file, args) =>
  new Promise((done) => {
    execFile(file, [...args], { timeout: TIMEOUT_MS, windowsHide: true }, (error, out) =>
      done(error ? null : out),
    )
  })

const PLATFORMS: Readonly<Record<string, SystemFacts['platform']>> = {
  win32: 'WINDOWS',
  linux: 'LINUX',
  darwin: 'MAC',
}

// Sessions that show one program and no desktop.
const KIOSK_SESSIONS = /\b(?:cage|kiosk|matchbox|openbox-kiosk)\b/i

/** A value of `reg query`, e.g. `    EditionID    REG_SZ    Professional`; empty when it is not there. */
function registryValue(output: string | null, name: string): string {
  const line = (output ?? '').split(/\r?\n/).find((one) => one.trim().startsWith(`${name} `))
  return /\bREG_\w+\s+(.*)$/.exec(line ?? '')?.[1]?.trim() ?? ''
}

async function windowsFacts(
  ask: Ask,
): Promise<Pick<SystemFacts, 'edition' | 'administrator' | 'ownShell' | 'edgeSwipeOff' | 'automaticSignIn'>> {
  const current = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
  const winlogon = `${current}\\Winlogon`
  const query = async (key: string, name: string) =>
    registryValue(await ask('reg', ['query', key, '/v', name]), name)
  const [edition, shell, signIn, swipe, groups] = await Promise.all([
    query(current, 'EditionID'),
    query(winlogon, 'Shell'),
    query(winlogon, 'AutoAdminLogon'),
    query('HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\EdgeUI', 'AllowEdgeSwipe'),
    // The label of the process: S-1-16-12288 is high integrity, S-1-16-16384 the system itself.
    ask('whoami', ['/groups']),
  ])
  return {
    edition,
    administrator: groups === null ? null : /S-1-16-(?:12288|16384)/.test(groups),
    ownShell: shell === '' ? null : !/^explorer\.exe$/i.test(shell),
    edgeSwipeOff: swipe === '' ? null : /^0x0$/.test(swipe),
    automaticSignIn: signIn === '' ? null : signIn === '1',
  }
}

/**
 * Looks at the computer this server runs on. What cannot be seen is null and never taken for locked: Electron's own full screen,
 * for one, is no lock (electron#2272).
 * @example (await systemFacts('linux', {}, '0.1.0', ask)).edgeSwipeOff // null
 */
export async function systemFacts(
  platform: string,
  environment: Readonly<Record<string, string | undefined>>,
  programVersion: string,
  ask: Ask = askSystem,
): Promise<SystemFacts> {
  const common = { platform: PLATFORMS[platform] ?? 'OTHER', release: release(), programVersion }
  if (platform === 'win32') return { ...common, ...(await windowsFacts(ask)) }
  const session = environment['XDG_CURRENT_DESKTOP'] ?? environment['XDG_SESSION_DESKTOP'] ?? ''
  return {
    ...common,
    edition: '',
    administrator: process.getuid ? process.getuid() === 0 : null,
    ownShell: session === '' ? null : KIOSK_SESSIONS.test(session),
    edgeSwipeOff: null,
    automaticSignIn: null,
  }
}
