import { join } from 'node:path'
import { Arch } from 'electron-builder'
import { setFuses } from './fuses.mjs'
import { missingNativeModules } from './native-modules.mjs'
import { ROOT } from './paths.mjs'

const LINUX_PROGRAM = 'disclosure-board'

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'cn.disclosure-board.desktop',
  productName: 'Disclosure Board',
  copyright: 'Disclosure Board contributors',
  directories: { output: 'dist', buildResources: 'build' },
  // Only what runs: no sources, tests, types or maps. Dependencies for development are left out by the packer.
  files: [
    'package.json',
    'LICENSE',
    'out/**',
    // The county's program is not the office's: it runs from a checkout or a server of its own.
    '!out/county',
    '!node_modules/{@electric-sql,@peculiar,@tus}/**',
    '!node_modules/{pg,pg-*,pgpass,selfsigned,pkijs,asn1js,bytestreamjs,pvutils,pvtsutils,tsyringe,reflect-metadata}/**',
    // Sources and browser builds of what is used as built for Node.
    '!node_modules/@noble/*/src/**',
    '!node_modules/tus-js-client/dist/**',
    '!out/types',
    '!out/build',
    '!out/.built',
    '!out/**/*.{map,d.ts,d.cts,tsbuildinfo}',
    '!node_modules/**/{test,tests,__tests__,docs,example,examples}/**',
    '!node_modules/**/*.{map,d.ts,d.mts,d.cts}',
    '!node_modules/better-sqlite3/{deps,src}/**',
  ],
  asar: true,
  // Native modules are loaded by the operating system, which cannot look into an archive.
  asarUnpack: ['**/*.node', 'node_modules/{better-sqlite3,@node-rs,sharp,@img}/**'],
  // All native modules are N-API and come built inside their packages: there is nothing to rebuild.
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],
  extraMetadata: { homepage: 'https://disclosure-board.example' },
  beforePack: ({ electronPlatformName, arch }) => {
    const missing = missingNativeModules(ROOT, electronPlatformName, Arch[arch])
    if (missing.length === 0) return
    throw new Error(`pack on a computer of the target's own kind; here is no ${missing.join(', ')}`)
  },
  afterPack: async ({ appOutDir, electronPlatformName, packager }) => {
    if (electronPlatformName !== 'linux' && electronPlatformName !== 'win32') return
    const windows = electronPlatformName === 'win32'
    await setFuses(join(appOutDir, windows ? `${packager.appInfo.productFilename}.exe` : LINUX_PROGRAM))
  },
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'portable', arch: ['x64'] },
    ],
    icon: 'build/icon.png',
  },
  // An office's PC often has no administrator at hand: installed for the person, into a folder of their choice.
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, language: '2052' },
  portable: { artifactName: 'Disclosure-Board-${version}-portable.${ext}' },
  linux: {
    target: [
      { target: 'deb', arch: ['x64', 'arm64'] },
      { target: 'AppImage', arch: ['x64', 'arm64'] },
    ],
    executableName: LINUX_PROGRAM,
    category: 'Office',
    synopsis: 'Disclosure board for township and community offices',
    maintainer: 'Disclosure Board contributors',
    icon: 'build/icon.png',
  },
  publish: null,
}

export default config
